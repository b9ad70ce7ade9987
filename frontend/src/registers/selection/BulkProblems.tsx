import { Alert, List, ScrollArea } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useUserErrors } from '@/graphql';

import type { RegisterForm } from '../register-form';
import type { BulkProblem } from './useBulkEdit';

interface BulkProblemsProps {
  form: RegisterForm;
  problems: readonly BulkProblem[];
}

/** Why nothing was changed, record by record. */
export function BulkProblems({ form, problems }: BulkProblemsProps) {
  const { t } = useTranslation('records');
  const { sentence } = useUserErrors();
  if (problems.length === 0) return null;
  const labelOf = (path: readonly string[]) =>
    form.fields.find((field) => field.key === path.at(-1))?.label;
  return (
    <Alert color="red" title={t('bulk.nothingChanged')} role="alert">
      {t('bulk.problems', { count: problems.length })}
      <ScrollArea.Autosize mah={220} type="auto" mt="xs">
        <List size="sm" spacing={4}>
          {problems.map(({ record, userErrors }) => (
            <List.Item key={record.id}>
              <strong>{record.code}</strong> {record.title}:{' '}
              {userErrors
                .map((error) => {
                  const label = labelOf(error.path);
                  return label ? `${label}: ${sentence(error)}` : sentence(error);
                })
                .join(' ')}
            </List.Item>
          ))}
        </List>
      </ScrollArea.Autosize>
    </Alert>
  );
}
