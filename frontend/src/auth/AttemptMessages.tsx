import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';

import { Throttled } from './Throttled';
import type { Attempt } from './use-attempt';

/** What is wrong, and how long to wait; nothing while all is well. */
export function AttemptMessages({ attempt }: { attempt: Attempt }) {
  return (
    <>
      {attempt.problem && (
        <Alert role="alert" color="red" icon={<IconAlertCircle aria-hidden />}>
          {attempt.problem}
        </Alert>
      )}
      {attempt.isThrottled && <Throttled seconds={attempt.secondsLeft} />}
    </>
  );
}
