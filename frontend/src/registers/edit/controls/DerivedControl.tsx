import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { FieldValueView } from '../../value/FieldValueView';
import type { DerivedKind } from '../edit-value';
import type { ControlProps } from './control';
import { GroupFrame } from './GroupFrame';

/** What nobody fills in: the value as it was last saved, or when it will be there. */
export function DerivedControl(props: ControlProps<DerivedKind>) {
  const { field, id, value, hint, error } = props;
  const { t } = useTranslation('registers');
  return (
    <GroupFrame id={id} hint={hint} error={error}>
      {() => (
        <div id={id}>
          {value.value && <FieldValueView field={field} value={value.value} />}
          <Text fz="xs" c="dimmed">
            {t(`derived.${value.kind}`)}
          </Text>
        </div>
      )}
    </GroupFrame>
  );
}
