import { Group, Select, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { LevelBadge } from '@/design';

import { type RiskScale, levelAt } from '../../register-form';
import type { ControlProps } from './control';
import { GroupFrame } from './GroupFrame';
import { RiskMatrix } from './RiskMatrix';

const toOptions = (steps: RiskScale['likelihood']) =>
  steps.map((step) => ({ value: String(step.value), label: `${step.value} – ${step.label}` }));
const toNumber = (value: string | null) => (value === null ? null : Number(value));

/** Likelihood and impact, with the score they give and its place in the matrix. */
export function RiskControl(props: ControlProps<'LIKELIHOOD_IMPACT'>) {
  const { field, id, value, onChange, hint, error } = props;
  const { t } = useTranslation('registers');
  const { scale } = field;
  if (!scale) return null;
  const { likelihood, impact } = value;
  const score = likelihood === null || impact === null ? null : likelihood * impact;
  const level =
    likelihood === null || impact === null ? undefined : levelAt(scale, likelihood, impact);
  const shared = {
    allowDeselect: !field.isRequired,
    clearable: !field.isRequired,
    error: error !== undefined,
    placeholder: t('picker.choose'),
    labelProps: { fz: 'xs', fw: 400, c: 'dimmed' },
    clearButtonProps: { 'aria-label': t('picker.clear') },
  };
  return (
    <GroupFrame id={id} hint={hint} error={error}>
      {(describedBy) => (
        <Group
          role="group"
          aria-label={field.label}
          aria-describedby={describedBy}
          align="flex-start"
          gap="lg"
        >
          <Stack gap="xs" style={{ flex: '1 1 15rem' }} maw={360}>
            <Select
              {...shared}
              label={t('risk.likelihood')}
              data={toOptions(scale.likelihood)}
              value={likelihood === null ? null : String(likelihood)}
              onChange={(chosen) => {
                onChange({ ...value, likelihood: toNumber(chosen) });
              }}
            />
            <Select
              {...shared}
              label={t('risk.impact')}
              data={toOptions(scale.impact)}
              value={impact === null ? null : String(impact)}
              onChange={(chosen) => {
                onChange({ ...value, impact: toNumber(chosen) });
              }}
            />
            <Group gap="xs" mih={26} aria-live="polite">
              <Text fz="sm" c="dimmed">
                {t('risk.score')}
              </Text>
              {score !== null && level ? (
                <LevelBadge label={level.label} colour={level.colour} score={score} />
              ) : (
                <Text fz="sm">–</Text>
              )}
            </Group>
          </Stack>
          <RiskMatrix
            scale={scale}
            likelihood={likelihood}
            impact={impact}
            onChoose={(cell) => {
              onChange({ kind: 'LIKELIHOOD_IMPACT', ...cell });
            }}
          />
        </Group>
      )}
    </GroupFrame>
  );
}
