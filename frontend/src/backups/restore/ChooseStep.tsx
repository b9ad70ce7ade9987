import { Alert, Button, Radio, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { LevelBadge, RelativeTime } from '@/design';
import { useLanguage } from '@/i18n';
import { formatDateTime, formatDuration } from '@/i18n/formats';

import { type Restorable, shownAtFirst } from './restore-rules';
import classes from './restore.module.css';
import { StepTitle } from './StepTitle';
import { WizardButtons } from './WizardButtons';

const AT_FIRST = 6;

interface ChooseStepProps {
  runs: readonly Restorable[];
  chosen: Restorable | undefined;
  takesFocus: boolean;
  onChoose: (id: string) => void;
  onNext: () => void;
}

/** To which moment, and what that costs. */
export function ChooseStep({ runs, chosen, takesFocus, onChoose, onNext }: ChooseStepProps) {
  const { t } = useTranslation(['backups', 'app']);
  const [isMissing, setMissing] = useState(false);
  const [shown, setShown] = useState(() => shownAtFirst(runs, chosen?.id ?? null, AT_FIRST));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen) onNext();
        else setMissing(true);
      }}
    >
      <StepTitle title={t('restore.choose.title')} takesFocus={takesFocus} />
      <Radio.Group
        label={t('restore.choose.label')}
        value={chosen?.id ?? null}
        onChange={onChoose}
        error={isMissing && !chosen && t('restore.choose.required')}
      >
        <Stack gap={6} mt={6} mb={6}>
          {runs.slice(0, shown).map((run, index) => (
            <Choice key={run.id} run={run} isLatest={index === 0} />
          ))}
        </Stack>
      </Radio.Group>
      {runs.length > shown && (
        <Button
          variant="default"
          size="xs"
          mt={4}
          onClick={() => {
            setShown(runs.length);
          }}
        >
          {t('restore.choose.older', { count: runs.length - shown })}
        </Button>
      )}
      {chosen && <Lost run={chosen} />}
      <WizardButtons submitLabel={t('app:action.next')} />
    </form>
  );
}

function Choice({ run, isLatest }: { run: Restorable; isLatest: boolean }) {
  const { t } = useTranslation('backups');
  const language = useLanguage();
  return (
    <Radio.Card value={run.id} className={classes.choice}>
      <Radio.Indicator />
      <span className={classes.choiceWords}>
        <span className={classes.choiceMoment}>
          {formatDateTime(run.takenAt, language)}
          {isLatest && <LevelBadge label={t('restore.choose.latest')} colour="teal" />}
        </span>
        <span className={classes.choiceDetail}>
          <RelativeTime value={run.takenAt} /> · {t(`store.${run.tier}`)} · {t(`why.${run.reason}`)}
          {run.provenRows != null && ` · ${t('restore.choose.rows', { count: run.provenRows })}`}
        </span>
      </span>
    </Radio.Card>
  );
}

function Lost({ run }: { run: Restorable }) {
  const { t } = useTranslation('backups');
  const language = useLanguage();
  return (
    <Alert
      role="status"
      color="orange"
      mt="md"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('restore.choose.lost')}
    >
      {t('restore.choose.lostDetail', {
        moment: formatDateTime(run.takenAt, language),
        time: formatDuration(new Date().getTime() - Date.parse(run.takenAt), language),
      })}
    </Alert>
  );
}
