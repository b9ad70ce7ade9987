import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { CODE_LENGTH, CodeInput } from './CodeInput';
import { Throttled } from './Throttled';
import type { Attempt } from './use-attempt';

export interface CodeFormProps {
  attempt: Attempt;
  /** Tries a code; tells whether it was right. */
  onCode: (code: string) => Promise<boolean>;
  autoFocus?: boolean;
}

/** The code and its button; sent as soon as the sixth digit is there, emptied after a wrong one. */
export function CodeForm({ attempt, onCode, autoFocus = false }: CodeFormProps) {
  const { t } = useTranslation('auth');
  const [code, setCode] = useState('');
  const [tries, setTries] = useState(0);

  const send = async (complete: string): Promise<void> => {
    if (attempt.isPending || attempt.secondsLeft > 0) return;
    if (await onCode(complete)) return;
    setCode('');
    setTries((count) => count + 1);
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send(code);
      }}
    >
      <Stack gap="md">
        {attempt.isThrottled && <Throttled seconds={attempt.secondsLeft} />}
        <CodeInput
          // A fresh set of boxes puts the cursor back in the first after a wrong code.
          key={tries}
          value={code}
          onChange={setCode}
          onComplete={(complete) => {
            void send(complete);
          }}
          error={attempt.problem}
          disabled={attempt.isPending}
          autoFocus={autoFocus || tries > 0}
        />
        <Button
          type="submit"
          size="md"
          loading={attempt.isPending}
          disabled={code.length < CODE_LENGTH || attempt.secondsLeft > 0}
        >
          {t('code.submit')}
        </Button>
      </Stack>
    </form>
  );
}
