import { Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { type DraftField, canNameRecords, titleFieldOf } from '../draft/form-draft';
import { KINDS } from '../draft/kinds';
import { useDesign } from '../useDesigner';

type SwitchName = 'isRequired' | 'isMultiple' | 'isInList' | 'isUnique' | 'isHidden';

/** What is on or off for a field. */
export function FieldSwitches({ field }: { field: DraftField }) {
  const { t } = useTranslation('forms');
  const { draft, change, changeField } = useDesign();
  const info = KINDS[field.kind];
  const isTitle = titleFieldOf(draft)?.id === field.id;
  const names: SwitchName[] = [
    ...(info.takesRequired ? (['isRequired'] as const) : []),
    ...(info.takesMultiple ? (['isMultiple'] as const) : []),
    'isInList',
    ...(info.takesUnique && !field.isMultiline ? (['isUnique'] as const) : []),
    'isHidden',
  ];
  return (
    <Stack gap="xs">
      {names.map((name) => (
        <Switch
          key={name}
          size="sm"
          label={t(`switch.${name}`)}
          description={name === 'isUnique' || name === 'isHidden' ? t(`switchHelp.${name}`) : null}
          checked={field[name] || (isTitle && name === 'isRequired')}
          disabled={isTitle && (name === 'isRequired' || name === 'isHidden')}
          onChange={(event) => {
            changeField(field.id, { [name]: event.currentTarget.checked });
          }}
        />
      ))}
      {canNameRecords(field) && (
        <Switch
          size="sm"
          label={t('switch.isTitle')}
          description={t('switchHelp.isTitle')}
          checked={isTitle}
          // One names the records: another is chosen by switching that one on.
          disabled={isTitle}
          onChange={() => {
            change((current) => ({ ...current, titleId: field.id }));
          }}
        />
      )}
    </Stack>
  );
}
