import { NumberInput, Radio, SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { FirewallTrip } from '@/graphql';
import { useLanguage } from '@/i18n';
import { formatNumber } from '@/i18n/formats';

import type { Firewall } from './firewall-documents';
import type { FirewallControl } from './useFirewallDraft';

const RATES = [
  'perAddressPerMinute',
  'perAccountPerMinute',
  'perTokenPerMinute',
  'concurrentRequests',
] as const;

const TRIPS: readonly FirewallTrip[] = ['DELAY', 'REFUSE', 'BLOCK'];

interface LimitsProps {
  control: FirewallControl;
  defaults: Firewall['defaultLimits'];
}

/** How much at most, and what happens beyond it. */
export function Limits({ control, defaults }: LimitsProps) {
  const { t } = useTranslation('firewall');
  const { limits } = control.draft;
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {RATES.map((name) => (
          <Figure key={name} name={name} control={control} standard={defaults[name]} />
        ))}
      </SimpleGrid>
      <Radio.Group
        label={t('limits.onTrip')}
        value={limits.onTrip}
        error={control.errorAt('onTrip')}
        onChange={(value) => {
          const onTrip = TRIPS.find((trip) => trip === value);
          if (onTrip) control.changeLimits({ onTrip });
        }}
      >
        <Stack gap="xs" mt={4}>
          {TRIPS.map((trip) => (
            <Radio
              key={trip}
              value={trip}
              label={t(`trip.${trip}`)}
              description={t(`tripHelp.${trip}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {limits.onTrip === 'BLOCK' && (
        <Figure name="blockMinutes" control={control} standard={defaults.blockMinutes} />
      )}
    </Stack>
  );
}

interface FigureProps {
  name: (typeof RATES)[number] | 'blockMinutes';
  control: FirewallControl;
  /** What it is unless changed. */
  standard: number;
}

function Figure({ name, control, standard }: FigureProps) {
  const { t } = useTranslation('firewall');
  const language = useLanguage();
  return (
    <NumberInput
      label={t(`limits.${name}`)}
      description={t('limits.helpWithDefault', {
        help: t(`limitsHelp.${name}`),
        standard: formatNumber(standard, language),
      })}
      maw={name === 'blockMinutes' ? 320 : undefined}
      min={1}
      allowDecimal={false}
      allowNegative={false}
      hideControls
      inputWrapperOrder={['label', 'description', 'input', 'error']}
      value={control.draft.limits[name]}
      error={control.errorAt(name)}
      onChange={(value) => {
        control.changeLimits({ [name]: Number(value) });
      }}
    />
  );
}
