import { Alert, List, ScrollArea } from '@mantine/core';

import { type UserErrorLike, useUserErrors } from '@/graphql';

/** What is the matter with one of several records. */
export interface RecordProblem {
  record: { id: string; code: string; title: string };
  userErrors: readonly UserErrorLike[];
}

interface BulkProblemsProps {
  title: string;
  /** What can be done about it. */
  detail: string;
  problems: readonly RecordProblem[];
  /** What the field is called that an error is about. */
  labelOf: (error: UserErrorLike) => string | null | undefined;
}

/** Why nothing was done, record by record. */
export function BulkProblems({ title, detail, problems, labelOf }: BulkProblemsProps) {
  const { sentence } = useUserErrors();
  if (problems.length === 0) return null;
  return (
    <Alert color="red" title={title} role="alert">
      {detail}
      <ScrollArea.Autosize mah={220} type="auto" mt="xs">
        <List size="sm" spacing={4}>
          {problems.map(({ record, userErrors }) => (
            <List.Item key={record.id}>
              <strong>{record.code}</strong> {record.title}:{' '}
              {userErrors
                .map((error) => {
                  const label = labelOf(error);
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
