import { Accordion, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ErrorState, FormDialog, LoadingState } from '@/design';
import { useUserErrors } from '@/graphql';

import type { RegisterForm } from '../register-form';
import { BulkProblems } from '../selection/BulkProblems';
import { ComparedBadge, ComparisonView } from './ComparisonView';
import { fieldLabelOf, takable, tally } from './taking';
import classes from './taking.module.css';
import { type Comparison, comparedQuery } from './taking-documents';
import { useTake } from './useTake';

export interface TakeDialogProps {
  /** As the back-up holds it. */
  form: Pick<RegisterForm, 'fields'>;
  records: readonly { id: string; code: string }[];
  restoreId: string;
  onClose: () => void;
  /** They were taken back. */
  onTaken: () => void;
}

/** Shows how records in the back-up differ from now, and takes them back. */
export function TakeDialog(props: TakeDialogProps) {
  const { form, records, restoreId, onClose, onTaken } = props;
  const { t } = useTranslation('records');
  const { sentence } = useUserErrors();
  const { data, error, refetch } = useQuery(
    comparedQuery(
      restoreId,
      records.map(({ id }) => id),
    ),
  );
  const { take, isPending, problems, general } = useTake(restoreId);
  const comparisons = data?.comparedWithBackup;
  const chosen = takable(comparisons ?? []);
  const send = async () => {
    if (chosen.length === 0) return;
    if (await take(chosen)) onTaken();
    // Somebody may have come between: what differs now is shown.
    else void refetch();
  };
  return (
    <FormDialog
      opened
      size="xl"
      onClose={onClose}
      onSubmit={() => void send()}
      title={t('taking.title', { count: records.length, code: records[0]?.code ?? '' })}
      submitLabel={t('taking.submit', { count: chosen.length })}
      isPending={isPending}
      isBlocked={chosen.length === 0}
      errors={general.map(sentence)}
    >
      <BulkProblems
        title={t('taking.nothingTaken')}
        detail={t('taking.problems', { count: problems.length })}
        problems={problems}
        labelOf={(refused) => fieldLabelOf(refused, comparisons ?? [], form.fields)}
      />
      {comparisons ? (
        <Compared comparisons={comparisons} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingState kind="list" rows={4} />
      )}
    </FormDialog>
  );
}

function Compared({ comparisons }: { comparisons: readonly Comparison[] }) {
  const { t } = useTranslation('records');
  const [first] = comparisons;
  const isOne = comparisons.length === 1;
  const hasAny = takable(comparisons).length > 0;
  return (
    <>
      {hasAny && <Text fz="sm">{t('taking.intro')}</Text>}
      {!hasAny && !isOne && <Text fz="sm">{t('taking.nothing')}</Text>}
      <ul className={classes.summary} aria-label={t('taking.summary')}>
        {tally(comparisons).map(({ state, count }) => (
          <li key={state}>
            <ComparedBadge state={state} {...(!isOne && { count })} />
          </li>
        ))}
      </ul>
      {first && isOne ? (
        <ComparisonView comparison={first} />
      ) : (
        <Several comparisons={comparisons} />
      )}
    </>
  );
}

/** Each behind its own line. */
function Several({ comparisons }: { comparisons: readonly Comparison[] }) {
  const [opened, setOpened] = useState<string[]>([]);
  return (
    <Accordion multiple variant="contained" value={opened} onChange={setOpened}>
      {comparisons.map((comparison) => {
        const { recordId, code, title, state } = comparison;
        return (
          <Accordion.Item key={recordId} value={recordId}>
            <Accordion.Control>
              <span className={classes.record}>
                <b>{code}</b> {title} <ComparedBadge state={state} />
              </span>
            </Accordion.Control>
            <Accordion.Panel>
              {/* Only then: there may be two hundred. */}
              {opened.includes(recordId) && <ComparisonView comparison={comparison} />}
            </Accordion.Panel>
          </Accordion.Item>
        );
      })}
    </Accordion>
  );
}
