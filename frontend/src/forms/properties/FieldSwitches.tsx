import { Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { type DraftField, canNameRecords } from '../draft/form-draft';
import { KINDS } from '../draft/kinds';
import { useDesignActions } from '../useDesigner';

type SwitchName = 'isRequired' | 'isMultiple' | 'isInList' | 'isUnique' | 'isHidden';

interface FieldSwitchesProps {
  field: DraftField;
  /** It names the records. */
  isTitle: boolean;
}

/** What is on or off for a field. */
export function FieldSwitches({ field, isTitle }: FieldSwitchesProps) {
  const { t } = useTranslation('forms');
  const { change, changeField } = useDesignActions();
  const info = KINDS[field.kind];
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
