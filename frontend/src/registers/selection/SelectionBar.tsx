import { Button, Text, VisuallyHidden } from '@mantine/core';
import { IconEdit } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { LifecycleDialog } from '../lifecycle/LifecycleDialog';
import { STEP_ICONS } from '../lifecycle/step-icons';
import { type AskedStep, type LifecycleStep, commonSteps, isAsked } from '../lifecycle/steps';
import { useLifecycle } from '../lifecycle/useLifecycle';
import type { RegisterForm } from '../register-form';
import { TakeButton } from '../taking/TakeButton';
import { useTakingFrom } from '../taking/useTakingFrom';
import { BulkEditDialog } from './BulkEditDialog';
import { MAX_SELECTED } from './selection';
import classes from './SelectionBar.module.css';
import type { SelectionControl } from './useSelection';

interface SelectionBarProps {
  form: RegisterForm;
  selection: SelectionControl;
}

/** How many records are picked, and what can be done with all of them. */
export function SelectionBar({ form, selection }: SelectionBarProps) {
  const { t } = useTranslation('records');
  const { records } = selection;
  const count = records.length;
  const words = count === 0 ? '' : t('selection.count', { count });
  const clear = () => {
    selection.clear();
    // The bar is gone: the cursor goes on in the list.
    document.querySelector<HTMLElement>('[data-select-page]')?.focus();
  };
  return (
    <>
      <VisuallyHidden role="status">{words}</VisuallyHidden>
      {count > 0 && (
        <div className={classes.bar} role="group" aria-label={t('selection.label')} data-no-print>
          <span className={classes.count} aria-hidden>
            {words}
          </span>
          {count === MAX_SELECTED && (
            <Text fz="xs" c="dimmed">
              {t('selection.full', { max: MAX_SELECTED })}
            </Text>
          )}
          <SelectionActions form={form} selection={selection} onDone={clear} />
          <Button size="xs" variant="subtle" ml="auto" onClick={clear}>
            {t('selection.clear')}
          </Button>
        </div>
      )}
    </>
  );
}

type SelectionActionsProps = SelectionBarProps & { onDone: () => void };

/** In a back-up records can only be taken back. */
function SelectionActions(props: SelectionActionsProps) {
  const { form, selection, onDone } = props;
  const takingFrom = useTakingFrom();
  return takingFrom ? (
    <TakeButton
      size="xs"
      form={form}
      records={selection.records}
      restoreId={takingFrom.restoreId}
      onTaken={onDone}
    />
  ) : (
    <ChangeActions {...props} />
  );
}

function ChangeActions({ form, selection, onDone }: SelectionActionsProps) {
  const { t } = useTranslation('records');
  const { take, isPending } = useLifecycle();
  const [asking, setAsking] = useState<AskedStep | null>(null);
  const [isEditing, setEditing] = useState(false);
  const [round, setRound] = useState(0);
  const { records } = selection;
  const run = async (step: LifecycleStep) => {
    if (await take(step, records)) onDone();
    else setAsking(null);
  };
  return (
    <>
      {records.every((record) => record.viewerCanEdit) && (
        <Button
          size="xs"
          leftSection={<IconEdit size={16} aria-hidden />}
          onClick={() => {
            setEditing(true);
          }}
        >
          {t('bulk.open')}
        </Button>
      )}
      {commonSteps(records).map((step) => {
        const Icon = STEP_ICONS[step];
        return (
          <Button
            key={step}
            size="xs"
            variant="default"
            loading={isPending}
            leftSection={<Icon size={16} aria-hidden />}
            onClick={() => {
              if (isAsked(step)) setAsking(step);
              else void run(step);
            }}
          >
            {t(`lifecycle.${step}.action`)}
          </Button>
        );
      })}
      {asking && (
        <LifecycleDialog
          step={asking}
          records={records}
          isPending={isPending}
          onClose={() => {
            setAsking(null);
          }}
          onConfirm={() => void run(asking)}
        />
      )}
      {/* Stays when it is closed: what was filled in is there when it is opened again. */}
      <BulkEditDialog
        key={round}
        opened={isEditing}
        form={form}
        records={records}
        onDone={() => {
          setEditing(false);
          setRound(round + 1);
        }}
        onClose={() => {
          setEditing(false);
        }}
      />
    </>
  );
}
