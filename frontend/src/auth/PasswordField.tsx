import { PasswordInput, type PasswordInputProps, Text } from '@mantine/core';
import { IconArrowBigUpLine } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

export type PasswordFieldProps = Omit<PasswordInputProps, 'description' | 'autoComplete'> & {
  /** Tells password managers what to offer. */
  autoComplete: 'current-password' | 'new-password';
  /** Below the field. */
  hint?: ReactNode;
};

/** A password with an eye to show it, and a word when Caps Lock is on. */
export function PasswordField({ hint, ...props }: PasswordFieldProps) {
  const { t } = useTranslation('auth');
  const [isShown, setShown] = useState(false);
  const [isCapsLockOn, setCapsLockOn] = useState(false);

  const watchCapsLock = (event: KeyboardEvent): void => {
    setCapsLockOn(event.getModifierState('CapsLock'));
  };

  return (
    <PasswordInput
      {...props}
      onKeyDown={watchCapsLock}
      onKeyUp={watchCapsLock}
      visible={isShown}
      onVisibilityChange={setShown}
      visibilityToggleButtonProps={{
        'aria-label': isShown ? t('password.hide') : t('password.show'),
        tabIndex: 0,
      }}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      descriptionProps={{ component: 'div' }}
      description={
        (isCapsLockOn || hint !== undefined) && (
          <>
            {isCapsLockOn && <CapsLockHint text={t('password.capsLock')} />}
            {hint}
          </>
        )
      }
    />
  );
}

function CapsLockHint({ text }: { text: string }) {
  return (
    <Text component="span" size="sm" role="status" display="inline-flex" style={{ gap: 4 }}>
      <IconArrowBigUpLine size={16} aria-hidden />
      {text}
    </Text>
  );
}
