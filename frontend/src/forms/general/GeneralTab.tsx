import { Select, SimpleGrid, Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { FORM_CATEGORIES } from '@/app/registers';
import { textIn } from '@/localized/local-text';
import { LocalTextInput } from '@/localized/LocalTextInput';
import { Panel } from '@/registers/record/Panel';

import { canNameRecords, titleFieldOf } from '../draft/form-draft';
import { useDesign, useDesignActions, useErrorAt } from '../useDesigner';
import { IconPicker } from './IconPicker';
import { Names } from './Names';
import { Requirements } from './Requirements';

/** What the register is called, where it stands and what it is for. */
export function GeneralTab() {
  const { t } = useTranslation(['forms', 'app']);
  const { draft } = useDesign();
  const errorAt = useErrorAt();
  const { change } = useDesignActions();
  return (
    <Stack gap={0}>
      <Panel title={t('general.names')}>
        <Stack gap="md">
          <Names />
          <LocalTextInput
            isMultiline
            label={t('help.label')}
            description={t('help.hint')}
            maxLength={5000}
            value={draft.help}
            error={errorAt('help')}
            onChange={(help) => {
              change((current) => ({ ...current, help }), 'help');
            }}
          />
        </Stack>
      </Panel>
      <Panel title={t('general.menu')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Select
            label={t('general.category')}
            description={t('general.categoryHint')}
            data={FORM_CATEGORIES.map((category) => ({
              value: category,
              label: t(`app:category.${category}`),
            }))}
            value={draft.category}
            allowDeselect={false}
            error={errorAt('category')}
            onChange={(chosen) => {
              const category = FORM_CATEGORIES.find((one) => one === chosen) ?? 'OTHER';
              change((current) => ({ ...current, category }));
            }}
          />
          <IconPicker
            value={draft.icon}
            error={errorAt('icon')}
            onChange={(icon) => {
              change((current) => ({ ...current, icon }));
            }}
          />
        </SimpleGrid>
      </Panel>
      <Panel title={t('general.records')}>
        <Stack gap="md">
          <TitleChoice />
          <Switch
            label={t('general.measures')}
            description={t('general.measuresHint')}
            checked={draft.allowsMeasures}
            onChange={(event) => {
              const allowsMeasures = event.currentTarget.checked;
              change((current) => ({ ...current, allowsMeasures }));
            }}
          />
        </Stack>
      </Panel>
      <Panel title={t('general.requirements')} description={t('general.requirementsHint')}>
        <Requirements />
      </Panel>
    </Stack>
  );
}

/** Which line of text names a record. */
function TitleChoice() {
  const { t } = useTranslation('forms');
  const { draft, language } = useDesign();
  const errorAt = useErrorAt();
  const { change } = useDesignActions();
  return (
    <Select
      label={t('general.title')}
      description={t('general.titleHint')}
      maw={360}
      data={draft.fields.filter(canNameRecords).map((field) => ({
        value: field.id,
        label: textIn(field.label, language) || t('nameless'),
      }))}
      value={titleFieldOf(draft)?.id ?? null}
      allowDeselect={false}
      error={errorAt('titleField')}
      onChange={(titleId) => {
        change((current) => ({ ...current, titleId }));
      }}
    />
  );
}
