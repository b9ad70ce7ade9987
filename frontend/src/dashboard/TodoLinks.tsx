import { Anchor, Group, Text } from '@mantine/core';
import { IconChevronRight, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';

import { TablerIcon } from '@/design';
import { encodeCondition } from '@/registers/list/condition';
import type { ListSearch } from '@/registers/list/list-state';

import classes from './TodoLinks.module.css';
import { Widget } from './Widget';
import { type Assessment, assessmentsOf } from './assessment';
import { type OverviewRegister, countOfKind } from './overview';
import { countByLevel, scoreRange, useRiskMatrix } from './risk-matrix-data';

/** More would be a list of registers over again, which the cards are already. */
const SHOWN = 6;

/** Work that lies waiting, and the shortest way to recording something new. */
export function TodoLinks({ registers }: { registers: OverviewRegister[] }) {
  const { t } = useTranslation('dashboard');
  const [assessment] = assessmentsOf(registers);
  const waiting = registers
    .map((register) => ({ register, ...countOfKind(register, 'OPEN') }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, SHOWN);
  return (
    <Widget title={t('todo.title')}>
      {waiting.length === 0 && <Text c="dimmed">{t('todo.nothing')}</Text>}
      <ul className={classes.list}>
        {assessment && (
          <Suspense>
            <GravestRisks assessment={assessment} />
          </Suspense>
        )}
        {waiting.map(({ register, count, statusKeys }) => (
          <TodoLink
            key={register.id}
            formKey={register.key}
            search={{ status: statusKeys.join(',') }}
            icon={register.icon}
            label={t('todo.open', { count })}
            register={register.name}
          />
        ))}
      </ul>
      <QuickAdd registers={registers.filter(({ viewerCanCreate }) => viewerCanCreate)} />
    </Widget>
  );
}

interface TodoLinkProps {
  formKey: string;
  search: ListSearch;
  icon: string;
  label: string;
  register: string;
}

function TodoLink({ formKey, search, icon, label, register }: TodoLinkProps) {
  return (
    <li>
      <Link to="/registers/$formKey" params={{ formKey }} search={search} className={classes.link}>
        <TablerIcon name={icon} />
        <span className={classes.words}>
          <Text component="span" size="sm" fw={550} display="block">
            {label}
          </Text>
          <Text component="span" size="xs" c="dimmed">
            {register}
          </Text>
        </span>
        <IconChevronRight size={16} aria-hidden />
      </Link>
    </li>
  );
}

/** Risks at the highest level; the same figures as the matrix, so no request of its own. */
function GravestRisks({ assessment }: { assessment: Assessment }) {
  const { t } = useTranslation('dashboard');
  const { formKey, fieldKey, register, icon } = assessment;
  const matrix = useRiskMatrix(formKey, fieldKey);
  const gravest = matrix && countByLevel(matrix)[0];
  if (!gravest || gravest.count === 0) return null;
  const { level, count } = gravest;
  const where = encodeCondition({
    test: 'number',
    fieldKey,
    ...scoreRange(matrix.scale, level.key),
  });
  return (
    <TodoLink
      formKey={formKey}
      search={{ where }}
      icon={icon}
      label={t('todo.grave', { count, level: level.label })}
      register={`${register}: ${assessment.label}`}
    />
  );
}

function QuickAdd({ registers }: { registers: OverviewRegister[] }) {
  const { t } = useTranslation(['dashboard', 'app']);
  if (registers.length === 0) return null;
  // Where most is recorded, most will be.
  const likely = [...registers].sort((a, b) => b.recordCount - a.recordCount);
  return (
    <nav aria-label={t('todo.quick')} className={classes.quick}>
      <Text size="sm" fw={600} mb={4}>
        {t('todo.quick')}
      </Text>
      <Group gap="xs">
        {likely.slice(0, SHOWN).map(({ id, key, singularName }) => (
          <Anchor
            key={id}
            size="sm"
            className={classes.quickLink}
            renderRoot={(props) => (
              <Link {...props} to="/registers/$formKey/new" params={{ formKey: key }} />
            )}
          >
            <IconPlus size={14} aria-hidden />
            {t('app:search.newRecord', { name: singularName })}
          </Anchor>
        ))}
      </Group>
    </nav>
  );
}
