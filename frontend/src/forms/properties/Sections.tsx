import { Accordion, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { textIn } from '@/localized/local-text';

import { fieldPlace } from '../draft/check';
import type { DraftField } from '../draft/form-draft';
import { useDesign, useDesignActions, useErrorAt } from '../useDesigner';
import { Conditions } from './Conditions';
import { DefaultSettings, takesDefault } from './DefaultSettings';

/** Sections in which something was filled in. */
const filledSections = (field: DraftField): string[] => [
  ...(field.visibleWhen || field.requiredWhen ? ['conditions'] : []),
  ...(field.default ? ['default'] : []),
];

/** What most fields do without: conditions, a value to begin with, and the rest. */
export function Sections({ field }: { field: DraftField }) {
  const { t } = useTranslation('forms');
  const errorAt = useErrorAt();
  const [chosen, setChosen] = useState(() => filledSections(field));
  const isWrong =
    errorAt(fieldPlace(field.id, 'visibleWhen')) ?? errorAt(fieldPlace(field.id, 'requiredWhen'));
  // What is wrong must not be out of sight.
  const opened = isWrong === undefined ? chosen : [...chosen, 'conditions'];
  const sections = [
    { name: 'conditions', part: <Conditions field={field} /> },
    ...(takesDefault(field)
      ? [{ name: 'default', part: <DefaultSettings field={field} /> } as const]
      : []),
    { name: 'more', part: <Placement field={field} /> },
  ] as const;
  return (
    <Accordion
      multiple
      variant="separated"
      styles={{ content: { padding: '0.25rem 0.75rem' } }}
      value={opened}
      onChange={setChosen}
    >
      {sections.map(({ name, part }) => (
        <Accordion.Item key={name} value={name}>
          <Accordion.Control fz="sm">{t(`properties.section.${name}`)}</Accordion.Control>
          <Accordion.Panel>{opened.includes(name) && part}</Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}

/** Under which heading it stands, and what programs call it. */
function Placement({ field }: { field: DraftField }) {
  const { t } = useTranslation('forms');
  const { draft, language } = useDesign();
  const { changeField } = useDesignActions();
  const errorAt = useErrorAt();
  const keyError = errorAt(fieldPlace(field.id, 'key'));
  return (
    <Stack gap="sm">
      {draft.groups.length > 0 && (
        <Select
          label={t('properties.group')}
          placeholder={t('properties.noGroup')}
          clearable
          clearButtonProps={{ 'aria-label': t('properties.noGroup') }}
          data={draft.groups.map((group, place) => ({
            value: group.key,
            label: textIn(group.label, language) || t('group.number', { number: place + 1 }),
          }))}
          value={field.groupKey}
          onChange={(groupKey) => {
            changeField(field.id, { groupKey });
          }}
        />
      )}
      <Text fz="xs" c="dimmed">
        {t('properties.key')} <code>{field.key || '–'}</code>
      </Text>
      {keyError && (
        <Text fz="xs" c="var(--mantine-color-error)" role="alert">
          {keyError}
        </Text>
      )}
    </Stack>
  );
}
