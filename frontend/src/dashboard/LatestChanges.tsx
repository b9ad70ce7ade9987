import { Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { RelativeTime, StatusBadge, TablerIcon } from '@/design';
import { documentQuery, graphql } from '@/graphql';

import classes from './LatestChanges.module.css';
import { newestFirst } from './newest-first';

const LatestChangesDocument = graphql(`
  query LatestChanges {
    forms {
      key
      icon
      records(sort: { by: UPDATED_AT, direction: DESC }, first: 8) {
        nodes {
          id
          number
          code
          title
          updatedAt
          updatedBy {
            displayName
          }
          status {
            label
            colour
            kind
          }
        }
      }
    }
  }
`);

const SHOWN = 8;

/** The records changed last, over all registers. */
export function LatestChanges() {
  const { t } = useTranslation('dashboard');
  const { data } = useSuspenseQuery(documentQuery(LatestChangesDocument));
  const latest = newestFirst(
    data.forms.flatMap(({ key, icon, records }) =>
      records.nodes.map((record) => ({ ...record, formKey: key, icon })),
    ),
    SHOWN,
  );
  if (latest.length === 0) return <Text c="dimmed">{t('latest.none')}</Text>;
  return (
    <ul className={classes.list}>
      {latest.map((record) => (
        <li key={record.id} className={classes.item}>
          <TablerIcon name={record.icon} size={18} />
          <span className={classes.name}>
            <Text component="span" size="xs" c="dimmed" className={classes.code}>
              {record.code}
            </Text>{' '}
            <Link
              to="/registers/$formKey/$number"
              params={{ formKey: record.formKey, number: String(record.number) }}
              className={classes.title}
            >
              {record.title}
            </Link>
          </span>
          <StatusBadge {...record.status} />
          <Text component="span" size="sm" c="dimmed" className={classes.when}>
            <RelativeTime value={record.updatedAt} />{' '}
            {record.updatedBy && t('latest.by', { name: record.updatedBy.displayName })}
          </Text>
        </li>
      ))}
    </ul>
  );
}
