import type { OverviewRegister } from './overview';

/** One likelihood x impact field of one register. */
export interface Assessment {
  formKey: string;
  fieldKey: string;
  register: string;
  icon: string;
  label: string;
  isInList: boolean;
}

/** Every likelihood x impact field of every register; those shown in lists first. */
export function assessmentsOf(registers: OverviewRegister[]): Assessment[] {
  return registers
    .flatMap((register) =>
      register.fields
        .filter(({ kind }) => kind === 'LIKELIHOOD_IMPACT')
        .map(({ key, label, isInList }) => ({
          formKey: register.key,
          fieldKey: key,
          register: register.name,
          icon: register.icon,
          label,
          isInList,
        })),
    )
    .sort((a, b) => Number(b.isInList) - Number(a.isInList));
}
