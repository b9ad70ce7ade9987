import { useEnvironment, useViewer } from '@/auth/session';
import { PrintHeader } from '@/design';

/** Environment, register and, of a record, its number; and who printed it when. */
export function RegisterPrintHeader({ register, code }: { register: string; code?: string }) {
  const environment = useEnvironment();
  const { user } = useViewer();
  return (
    <PrintHeader
      about={[environment.name, register, ...(code ? [code] : [])]}
      by={user.displayName}
    />
  );
}
