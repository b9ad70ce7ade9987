import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { HelpButton } from './HelpButton';

export interface FieldLabelProps {
  label: string;
  help?: string;
  /** Id of the control; without it the label is plain text (read-only values). */
  htmlFor?: string;
  isRequired?: boolean;
}

/** A field's name with its explanation beside it; put above an input that has no `label` of its own. */
export function FieldLabel({ label, help, htmlFor, isRequired = false }: FieldLabelProps) {
  const { t } = useTranslation();
  const words = (
    <Text component="span" size="sm" fw={550}>
      {label}
      {isRequired && (
        <Text component="span" size="xs" c="dimmed" fw={400} ml={6}>
          {t('field.required')}
        </Text>
      )}
    </Text>
  );
  return (
    <Group gap={4} wrap="nowrap" mih={24}>
      {htmlFor === undefined ? words : <label htmlFor={htmlFor}>{words}</label>}
      {help && <HelpButton about={label} text={help} />}
    </Group>
  );
}
