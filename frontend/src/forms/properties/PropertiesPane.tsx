import { List, Stack, Text } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';

import { textIn } from '@/localized/local-text';
import { LocalTextInput } from '@/localized/LocalTextInput';

import { type DraftField, titleFieldOf } from '../draft/form-draft';
import { useDesign, useDesignActions } from '../useDesigner';
import { FieldSwitches } from './FieldSwitches';
import { KindChoice } from './KindChoice';
import { KindSettings } from './KindSettings';
import { Sections } from './Sections';

/** What the chosen field is and does. */
export function PropertiesPane() {
  const { t } = useTranslation('forms');
  const { selected, draft, language } = useDesign();
  if (!selected) return <NothingChosen />;
  const isTitle = titleFieldOf(draft)?.id === selected.id;
  return (
    <section aria-label={t('properties.title')}>
      <Text fz="sm" fw={600} component="h2" mb="sm" style={{ overflowWrap: 'anywhere' }}>
        {textIn(selected.label, language) || t('nameless')}
      </Text>
      <Settings key={selected.id} field={selected} isTitle={isTitle} />
    </section>
  );
}

function NothingChosen() {
  const { t } = useTranslation('forms');
  return (
    <Stack gap="xs" component="section" aria-label={t('properties.title')}>
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

interface SettingsProps {
  field: DraftField;
  /** It names the records. */
  isTitle: boolean;
}

/** Whether anything but the name is another: while a name is typed, the settings stay as they are. */
function isSameButForName(before: SettingsProps, after: SettingsProps): boolean {
  if (before.isTitle !== after.isTitle) return false;
  const parts = Object.keys(after.field) as (keyof DraftField)[];
  return parts.every((part) => part === 'label' || before.field[part] === after.field[part]);
}

const Settings = memo(function Settings({ field, isTitle }: SettingsProps) {
  const { t } = useTranslation('forms');
  const { changeField } = useDesignActions();
  return (
    <Stack gap="sm">
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
      <FieldSwitches field={field} isTitle={isTitle} />
      <Sections field={field} />
    </Stack>
  );
}, isSameButForName);
