import { ActionIcon, Button, Stack } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { LocalTextInput } from '@/localized/LocalTextInput';

import {
  type Axis,
  type DraftStep,
  FEWEST_STEPS,
  MOST_STEPS,
  addStep,
  removeStep,
} from './criteria-draft';
import classes from './risk-criteria.module.css';
import type { CriteriaControl } from './useCriteria';

interface ScaleProps {
  axis: Axis;
  control: CriteriaControl;
}

/** The steps of likelihood or impact, each with what it means. */
export function Scale({ axis, control }: ScaleProps) {
  const { t } = useTranslation('riskCriteria');
  const steps = control.draft[axis];
  const write = (place: number, changes: Partial<DraftStep>) => {
    control.change((draft) => ({
      ...draft,
      [axis]: draft[axis].map((step, other) => (other === place ? { ...step, ...changes } : step)),
    }));
  };
  return (
    <Stack gap="sm">
      <ol className={classes.rows}>
        {steps.map((step, place) => (
          <li key={step.id} className={classes.step}>
            <span className={classes.value} aria-hidden>
              {place + 1}
            </span>
            <LocalTextInput
              aria-label={t('step.label', { number: place + 1 })}
              placeholder={t('step.labelPlaceholder')}
              maxLength={200}
              value={step.label}
              error={control.errorAt(`${axis}.${place}.label`)}
              onChange={(label) => {
                write(place, { label });
              }}
            />
            <LocalTextInput
              isMultiline
              aria-label={t('step.help', { number: place + 1 })}
              placeholder={t('step.helpPlaceholder')}
              maxLength={1000}
              value={step.help}
              error={control.errorAt(`${axis}.${place}.help`)}
              onChange={(help) => {
                write(place, { help });
              }}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('step.remove', { number: place + 1 })}
              disabled={steps.length <= FEWEST_STEPS}
              onClick={() => {
                control.change((draft) => removeStep(draft, axis, place));
              }}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ol>
      {steps.length < MOST_STEPS && (
        <Button
          variant="default"
          size="compact-sm"
          style={{ alignSelf: 'flex-start' }}
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => {
            control.change((draft) => addStep(draft, axis));
          }}
        >
          {t('step.add')}
        </Button>
      )}
    </Stack>
  );
}
