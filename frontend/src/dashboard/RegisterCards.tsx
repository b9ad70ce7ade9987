import { Anchor, Group, Text, VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { TablerIcon } from '@/design';
import { useLanguage } from '@/i18n';
import { formatNumber } from '@/i18n/formats';

import classes from './RegisterCards.module.css';
import { StatusBar, StatusList } from './StatusBar';
import type { OverviewRegister } from './overview';

/** How each register is doing: its size, and how it is spread over the statuses. */
export function RegisterCards({ registers }: { registers: OverviewRegister[] }) {
  const { t } = useTranslation('dashboard');
  return (
    <section aria-label={t('registers.title')}>
      <div className={classes.cards}>
        {registers.map((register) => (
          <RegisterCard key={register.id} register={register} />
        ))}
      </div>
    </section>
  );
}

function RegisterCard({ register }: { register: OverviewRegister }) {
  const { t } = useTranslation('dashboard');
  const language = useLanguage();
  const params = { formKey: register.key };
  return (
    <article className={classes.card}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Group gap={10} wrap="nowrap" miw={0}>
          <span className={classes.icon}>
            <TablerIcon name={register.icon} />
          </span>
          <h2 className={classes.name}>
            <Link to="/registers/$formKey" params={params} className={classes.link}>
              {register.name}
            </Link>
          </h2>
        </Group>
        <Text className={classes.count}>
          <span aria-hidden>{formatNumber(register.recordCount, language)}</span>
          <VisuallyHidden>{t('registers.records', { count: register.recordCount })}</VisuallyHidden>
        </Text>
      </Group>
      {register.recordCount > 0 ? (
        <>
          <StatusBar counts={register.statusCounts} />
          <StatusList register={register} />
        </>
      ) : (
        <NoRecords register={register} />
      )}
    </article>
  );
}

function NoRecords({ register }: { register: OverviewRegister }) {
  const { t } = useTranslation('dashboard');
  return (
    <Text size="sm" c="dimmed">
      {t('registers.none')}
      {register.viewerCanCreate && (
        <Anchor
          size="sm"
          display="block"
          mt={4}
          renderRoot={(props) => (
            <Link {...props} to="/registers/$formKey/new" params={{ formKey: register.key }} />
          )}
        >
          {t('registers.first')}
        </Anchor>
      )}
    </Text>
  );
}
