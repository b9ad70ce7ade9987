import { Menu, UnstyledButton } from '@mantine/core';
import { IconSum } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { useLanguage } from '@/i18n';

import type { RegisterField } from '../register-form';
import { formatQuantity } from '../value/field-value';
import { TOTAL_KINDS, roundTotal } from './total';
import classes from './Totals.module.css';
import type { Totals } from './useTotals';

interface TotalMenuProps {
  field: RegisterField;
  totals: Totals;
}

/** Nothing is added up. */
const NONE = 'none';

/** What a column comes to, and the choice of how. */
export function TotalMenu({ field, totals }: TotalMenuProps) {
  const { t } = useTranslation('records');
  const kind = totals.kindOf(field.key);
  return (
    <Menu position="top-end" shadow="md">
      <Menu.Target>
        <UnstyledButton
          className={classes.total}
          data-chosen={kind !== null}
          {...(kind === null && { 'aria-label': t('totals.choose', { label: field.label }) })}
        >
          {kind === null ? (
            <IconSum size={16} aria-hidden />
          ) : (
            <>
              <span className={classes.kind}>{t(`totals.${kind}`)}</span>{' '}
              <Figure field={field} totals={totals} />
            </>
          )}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('totals.choose', { label: field.label })}</Menu.Label>
        <Menu.RadioGroup
          value={kind ?? NONE}
          onChange={(value) => {
            totals.choose(field.key, TOTAL_KINDS.find((one) => one === value) ?? null);
          }}
        >
          {[NONE, ...TOTAL_KINDS].map((value) => (
            <Menu.RadioItem key={value} value={value} closeMenuOnClick>
              {t(`totals.${value as typeof NONE}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}

function Figure({ field, totals }: TotalMenuProps) {
  const { t } = useTranslation('records');
  const language = useLanguage();
  const kind = totals.kindOf(field.key);
  const total = totals.totalOf(field.key);
  if (kind === null) return null;
  if (!total) return <>{totals.hasFailed ? '–' : '…'}</>;
  const number = total[kind];
  return (
    <span title={t('totals.count', { count: total.count })}>
      {number == null
        ? '–'
        : formatQuantity(roundTotal(number, kind, field.decimals), field, language)}
    </span>
  );
}
