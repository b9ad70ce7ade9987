import { Fieldset, PinInput, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import classes from './CodeInput.module.css';

export const CODE_LENGTH = 6;

export interface CodeInputProps {
  value: string;
  onChange: (code: string) => void;
  /** Called with all six digits, typed, pasted or filled in by the browser. */
  onComplete: (code: string) => void;
  error: string | null;
  disabled?: boolean;
  autoFocus?: boolean;
}

/** Six boxes for the six digits of an authenticator app. */
export function CodeInput(props: CodeInputProps) {
  const { value, onChange, onComplete, error, disabled = false, autoFocus = false } = props;
  const { t } = useTranslation('auth');
  return (
    <Fieldset legend={t('code.label')} variant="unstyled" className={classes.fieldset}>
      <PinInput
        length={CODE_LENGTH}
        type="number"
        inputMode="numeric"
        oneTimeCode
        size="lg"
        gap="xs"
        placeholder=""
        classNames={{ root: classes.boxes, pinInput: classes.box, input: classes.digit }}
        value={value}
        onChange={onChange}
        onComplete={onComplete}
        error={error !== null}
        disabled={disabled}
        autoFocus={autoFocus}
        getInputProps={(index) => ({
          'aria-label': t('code.digit', { position: index + 1, total: CODE_LENGTH }),
          'aria-invalid': error !== null,
          // Where the focus trap of a dialog puts the cursor.
          'data-autofocus': autoFocus && index === 0 ? true : undefined,
        })}
      />
      {error && (
        <Text role="alert" size="sm" c="error" mt="xs">
          {error}
        </Text>
      )}
    </Fieldset>
  );
}
