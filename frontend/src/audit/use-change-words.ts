import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { parseRecordCode } from '@/app/record-code';
import { useRegisterMenu } from '@/app/registers';
import { registerFormQuery } from '@/registers/register-form';

import type { AuditEvent } from './audit-documents';

type Change = AuditEvent['changes'][number];

export interface ChangeWords {
  field: string;
  before: string | null;
  after: string | null;
}

/** The log keeps keys; these are the words a register, or the product, has for them. */
export function useChangeWords(event: AuditEvent): (change: Change) => ChangeWords {
  const { t, i18n } = useTranslation(['audit', 'registers', 'settings']);
  const registers = useRegisterMenu();
  const { code } = event.details;
  const prefix = typeof code === 'string' ? parseRecordCode(code)?.prefix : undefined;
  const register = registers.find((one) => prefix !== undefined && one.numberPrefix === prefix);
  const { data } = useQuery({
    ...registerFormQuery(register?.key ?? ''),
    enabled: register !== undefined,
  });
  const form = data?.form;

  const fieldWords = (key: string): string => {
    if (key === '$status') return t('registers:list.status');
    const label = form?.fields.find((field) => field.key === key)?.label;
    const own = `field.${key}`;
    return label ?? (i18n.exists(own, { ns: 'audit' }) ? t(own as 'title') : key);
  };
  const valueWords = (key: string, value: string | null | undefined): string | null => {
    if (value === null || value === undefined) return null;
    if (key === '$status') return form?.statuses.find((one) => one.key === value)?.label ?? value;
    if (key === 'role') {
      const role = `role.${value.toUpperCase()}`;
      return i18n.exists(role, { ns: 'settings' }) ? t(`settings:${role}` as 'title') : value;
    }
    const field = form?.fields.find((one) => one.key === key);
    return field?.options.find((option) => option.key === value)?.label ?? value;
  };
  return ({ field, before, after }) => ({
    field: fieldWords(field),
    before: valueWords(field, before),
    after: valueWords(field, after),
  });
}
