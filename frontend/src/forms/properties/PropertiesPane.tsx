import { Accordion, List, Select, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { textIn } from '@/localized/local-text';
import { LocalTextInput } from '@/localized/LocalTextInput';

import { fieldPlace } from '../draft/check';
import type { DraftField } from '../draft/form-draft';
import { PALETTE, KIND_ICONS, paletteItemOf } from '../draft/kinds';
import { changeKind } from '../draft/new-parts';
import { useDesign } from '../useDesigner';
import { Conditions } from './Conditions';
import { DefaultSettings, takesDefault } from './DefaultSettings';
import { FieldSwitches } from './FieldSwitches';
import { KindSettings } from './KindSettings';

/** What the chosen field is and does. */
export function PropertiesPane() {
  const { t } = useTranslation('forms');
  const { selected } = useDesign();
  return (
    <section aria-label={t('properties.title')}>
      {selected ? <FieldProperties key={selected.id} field={selected} /> : <NothingChosen />}
    </section>
  );
}

function NothingChosen() {
  const { t } = useTranslation('forms');
  return (
    <Stack gap="xs">
      <Text fz="sm" fw={600} component="h2">
        {t('properties.title')}
      </Text>
      <Text fz="sm" c="dimmed">
        {t('properties.nothing')}
      </Text>
      <List size="sm" c="dimmed" spacing={4}>
        <List.Item>{t('properties.tipEnter')}</List.Item>
        <List.Item>{t('properties.tipDrag')}</List.Item>
        <List.Item>{t('properties.tipPreview')}</List.Item>
      </List>
    </Stack>
  );
}

function FieldProperties({ field }: { field: DraftField }) {
  const { t } = useTranslation('forms');
  const { changeField, language, errorAt } = useDesign();
  const [opened, setOpened] = useState(() => filledSections(field));
  const isWrong =
    errorAt(fieldPlace(field.id, 'visibleWhen')) ?? errorAt(fieldPlace(field.id, 'requiredWhen'));
  return (
    <Stack gap="sm">
      <Text fz="sm" fw={600} component="h2" style={{ overflowWrap: 'anywhere' }}>
        {textIn(field.label, language) || t('nameless')}
      </Text>
      <KindChoice field={field} />
      <KindSettings field={field} />
      <LocalTextInput
        isMultiline
        label={t('properties.help')}
        description={t('properties.helpHint')}
        maxLength={2000}
        value={field.help}
        onChange={(help) => {
          changeField(field.id, { help });
        }}
      />
      <FieldSwitches field={field} />
      <Accordion
        multiple
        variant="separated"
        styles={{ content: { padding: '0.25rem 0.75rem' } }}
        // What is wrong must not be out of sight.
        value={isWrong === undefined ? opened : [...opened, 'conditions']}
        onChange={setOpened}
      >
        <Section name="conditions">
          <Conditions field={field} />
        </Section>
        {takesDefault(field) && (
          <Section name="default">
            <DefaultSettings field={field} />
          </Section>
        )}
        <Section name="more">
          <Placement field={field} />
        </Section>
      </Accordion>
    </Stack>
  );
}

/** Sections in which something was filled in. */
const filledSections = (field: DraftField): string[] => [
  ...(field.visibleWhen || field.requiredWhen ? ['conditions'] : []),
  ...(field.default ? ['default'] : []),
];

interface SectionProps {
  name: 'conditions' | 'default' | 'more';
  children: ReactNode;
}

function Section({ name, children }: SectionProps) {
  const { t } = useTranslation('forms');
  return (
    <Accordion.Item value={name}>
      <Accordion.Control fz="sm">{t(`properties.section.${name}`)}</Accordion.Control>
      <Accordion.Panel>{children}</Accordion.Panel>
    </Accordion.Item>
  );
}

/** Another kind of field; one that came with a pack stays what it is. */
function KindChoice({ field }: { field: DraftField }) {
  const { t } = useTranslation('forms');
  const { changeField, errorAt } = useDesign();
  const item = paletteItemOf(field);
  const Icon = KIND_ICONS[item];
  return (
    <Select
      label={t('properties.kind')}
      description={t(field.isBase ? 'properties.kindLocked' : `kindHelp.${item}`)}
      disabled={field.isBase}
      leftSection={<Icon size={16} />}
      data={PALETTE.map(({ group, items }) => ({
        group: t(`palette.group.${group}`),
        items: items.map((other) => ({ value: other, label: t(`kind.${other}`) })),
      }))}
      value={item}
      allowDeselect={false}
      searchable
      error={errorAt(`field/${field.id}/kind`)}
      onChange={(chosen) => {
        const other = PALETTE.flatMap(({ items }) => items).find((one) => one === chosen);
        if (other && other !== item) changeField(field.id, changeKind(field, other));
      }}
    />
  );
}

/** Under which heading it stands, and what programs call it. */
function Placement({ field }: { field: DraftField }) {
  const { t } = useTranslation('forms');
  const { draft, changeField, language, errorAt } = useDesign();
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
      {errorAt(`field/${field.id}/key`) && (
        <Text fz="xs" c="var(--mantine-color-error)" role="alert">
          {errorAt(`field/${field.id}/key`)}
        </Text>
      )}
    </Stack>
  );
}
