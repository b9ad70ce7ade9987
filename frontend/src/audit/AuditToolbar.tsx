import { Button, Group, MultiSelect, Popover, Stack, Switch } from '@mantine/core';
import { IconCalendar, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import type { PagedControl } from '@/app/use-paged-search';
import { SearchBox } from '@/design';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/i18n/formats';
import { LazyDayInput } from '@/registers/pickers/LazyDayInput';
import { optionLabelsQuery, userOptions } from '@/registers/pickers/option-source';
import { RemotePicker } from '@/registers/pickers/RemotePicker';

import { useActionWords } from './action-words';
import { auditActionsQuery } from './audit-documents';
import type { AuditState } from './audit-state';

interface PartProps {
  control: PagedControl<AuditState>;
}

export function AuditToolbar({ control }: PartProps) {
  const { t } = useTranslation('audit');
  const { state, change } = control;
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <SearchBox
          label={t('filter.search')}
          value={state.search}
          onChange={(search) => {
            change({ search }, { replace: true });
          }}
        />
        <PeriodFilter control={control} />
        <ActorFilter control={control} />
        <ActionFilter control={control} />
        <Switch
          label={t('filter.refusals')}
          checked={state.isRefusal}
          onChange={({ currentTarget }) => {
            change({ isRefusal: currentTarget.checked });
          }}
        />
        {state.subjectId !== null && (
          <Button
            variant="light"
            rightSection={<IconX size={14} aria-hidden />}
            aria-label={t('filter.removeSubject')}
            onClick={() => {
              change({ subjectId: null });
            }}
          >
            {t('filter.oneSubject')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function PeriodFilter({ control: { state, change } }: PartProps) {
  const { t } = useTranslation('audit');
  const language = useLanguage();
  const write = (day: string | null) => (day ? formatDate(day, language) : '…');
  const isSet = state.from !== null || state.until !== null;
  return (
    <Popover position="bottom-start" shadow="md" trapFocus>
      <Popover.Target>
        <Button
          variant={isSet ? 'light' : 'default'}
          leftSection={<IconCalendar size={16} aria-hidden />}
        >
          {isSet ? `${write(state.from)} – ${write(state.until)}` : t('filter.period')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <LazyDayInput
            label={t('filter.from')}
            value={state.from}
            onChange={(from) => {
              change({ from });
            }}
          />
          <LazyDayInput
            label={t('filter.until')}
            value={state.until}
            onChange={(until) => {
              change({ until });
            }}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function ActorFilter({ control: { state, change } }: PartProps) {
  const { t } = useTranslation('audit');
  const ids = state.actorId === null ? [] : [state.actorId];
  const { data: labels = [] } = useQuery(optionLabelsQuery(ids));
  const value = ids.map((id) => labels.find((one) => one.id === id) ?? { id, label: '…' });
  return (
    <div style={{ width: 210 }}>
      <RemotePicker
        source={userOptions}
        ariaLabel={t('filter.actor')}
        placeholder={t('filter.actor')}
        value={value}
        onChange={([actor]) => {
          change({ actorId: actor?.id ?? null });
        }}
      />
    </div>
  );
}

function ActionFilter({ control: { state, change } }: PartProps) {
  const { t } = useTranslation('audit');
  const { alone } = useActionWords();
  const { data } = useQuery(auditActionsQuery());
  const known = new Set([...(data?.auditActions ?? []), ...state.actions]);
  return (
    <MultiSelect
      aria-label={t('filter.actions')}
      placeholder={state.actions.length === 0 ? t('filter.actions') : undefined}
      style={{ flex: '1 1 14rem', maxWidth: '28rem' }}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('filter.clearActions') }}
      maxDropdownHeight={320}
      value={state.actions}
      data={[...known].map((action) => ({ value: action, label: alone(action) }))}
      onChange={(actions) => {
        change({ actions });
      }}
    />
  );
}
