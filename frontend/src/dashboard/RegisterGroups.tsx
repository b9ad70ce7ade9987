import { Title, Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import { FORM_CATEGORIES } from '@/app/registers';
import { TablerIcon, toneClass, toneOf } from '@/design';
import { useLanguage } from '@/i18n';
import { formatNumber } from '@/i18n/formats';

import pageClasses from './DashboardPage.module.css';
import { type OverviewRegister, countOfKind } from './overview';
import classes from './RegisterGroups.module.css';

/** All registers under the headings of the menu: how many records, and how many are still to be taken up. */
export function RegisterGroups({ registers }: { registers: OverviewRegister[] }) {
  const { t } = useTranslation(['dashboard', 'app']);
  const id = useId();
  const groups = FORM_CATEGORIES.map((category) => ({
    category,
    registers: registers.filter((register) => register.category === category),
  })).filter((group) => group.registers.length > 0);
  return (
    <section aria-labelledby={id} className={pageClasses.widget}>
      <Title order={2} id={id} mb="md">
        {t('registers.title')}
      </Title>
      <div className={classes.groups}>
        {groups.map(({ category, registers: own }) => (
          <section key={category} className={classes.group} aria-labelledby={`${id}-${category}`}>
            <h3 id={`${id}-${category}`} className={classes.heading}>
              {t(`app:category.${category}`)}
            </h3>
            <ul className={classes.list}>
              {own.map((register) => (
                <RegisterRow key={register.id} register={register} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}

function RegisterRow({ register }: { register: OverviewRegister }) {
  const { t } = useTranslation('dashboard');
  const language = useLanguage();
  const { key, name, icon, recordCount } = register;
  const open = countOfKind(register, 'OPEN');
  return (
    <li className={classes.row}>
      <span className={classes.icon} aria-hidden>
        <TablerIcon name={icon} size={18} />
      </span>
      <Link to="/registers/$formKey" params={{ formKey: key }} className={classes.name}>
        {name}
      </Link>
      {open.count > 0 && (
        <Link
          to="/registers/$formKey"
          params={{ formKey: key }}
          search={{ status: open.statusKeys.join(',') }}
          className={classes.open}
          aria-label={t('registers.openIn', { count: open.count, register: name })}
        >
          {t('registers.open', { count: open.count })}
        </Link>
      )}
      <span className={classes.count} data-none={recordCount === 0}>
        {formatNumber(recordCount, language)}
      </span>
      <StatusBar register={register} />
    </li>
  );
}

/** The spread over the statuses, for the eye; pointing at it tells it in words. */
function StatusBar({ register }: { register: OverviewRegister }) {
  const filled = register.statusCounts.filter(({ count }) => count > 0);
  if (filled.length === 0) return <span className={classes.bar} data-none aria-hidden />;
  const words = filled.map(({ status, count }) => `${status.label}: ${count}`).join(', ');
  return (
    <Tooltip label={words} multiline maw={320}>
      <span className={classes.bar} role="img" aria-label={words}>
        {filled.map(({ status, count }) => (
          <span
            key={status.key}
            className={`${toneClass} ${classes.part}`}
            data-tone={toneOf(status.colour)}
            style={{ flexGrow: count }}
          />
        ))}
      </span>
    </Tooltip>
  );
}
