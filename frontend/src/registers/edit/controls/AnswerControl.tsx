import { Button, Group, Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { answerKeys } from '../../list/condition-words';
import { useValueWords } from '../../value/useValueWords';
import type { ControlProps } from './control';

export function AnswerControl(props: ControlProps<'YES_NO_NA'>) {
  const { field, value, onChange, hint, error } = props;
  const { t } = useTranslation('registers');
  const { answers } = useValueWords();
  return (
    <Radio.Group
      aria-label={field.label}
      description={hint}
      error={error}
      value={value.answer ?? ''}
      onChange={(chosen) => {
        onChange({ kind: 'YES_NO_NA', answer: answerKeys.find((key) => key === chosen) ?? null });
      }}
    >
      <Group gap="lg" mih={36}>
        {answerKeys.map((key) => (
          <Radio key={key} value={key} label={answers[key]} />
        ))}
        {value.answer !== null && !field.isRequired && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            aria-label={t('edit.clearOf', { label: field.label })}
            onClick={() => {
              onChange({ kind: 'YES_NO_NA', answer: null });
            }}
          >
            {t('picker.clear')}
          </Button>
        )}
      </Group>
    </Radio.Group>
  );
}
