import { useTranslation } from 'react-i18next';

import { DateText } from '@/design';

import { Panel } from './Panel';
import classes from './RecordFacts.module.css';
import type { RecordDetail } from './record-query';

/** Who made the record and who changed it last. */
export function RecordFacts({ record }: { record: RecordDetail }) {
  const { t } = useTranslation('registers');
  return (
    <Panel title={t('record.facts')}>
      <dl className={classes.facts}>
        <dt>{t('record.number')}</dt>
        <dd>{record.code}</dd>
        <dt>{t('record.created')}</dt>
        <dd>
          <DateText value={record.createdAt} withTime />
          {record.createdBy && <div>{record.createdBy.displayName}</div>}
        </dd>
        <dt>{t('record.updated')}</dt>
        <dd>
          <DateText value={record.updatedAt} withTime />
          {record.updatedBy && <div>{record.updatedBy.displayName}</div>}
        </dd>
      </dl>
    </Panel>
  );
}
