import { CodeStep } from './CodeStep';
import { EnrollmentStep } from './EnrollmentStep';
import type { SignInStepProps } from './step';

/** What comes after the password, whichever way the password came about. */
export function TicketSteps(props: SignInStepProps) {
  return props.ticket.nextStep === 'ENROLL_SECOND_FACTOR' ? (
    <EnrollmentStep {...props} />
  ) : (
    <CodeStep {...props} />
  );
}
