import { Group, SimpleGrid, Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface LoadingStateProps {
  /** The shape of what is coming. */
  kind: 'list' | 'record' | 'form' | 'cards';
  rows?: number;
}

/** Grey shapes of what is coming, so that the page does not jump. */
export function LoadingState({ kind, rows = 6 }: LoadingStateProps) {
  const { t } = useTranslation('design');
  const lines = Array.from({ length: rows }, (_, index) => index);
  return (
    <div role="status">
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      <div aria-hidden>
        {kind === 'cards' ? (
          <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
            {lines.map((line) => (
              <Skeleton key={line} height={150} radius="md" />
            ))}
          </SimpleGrid>
        ) : (
          <Stack gap="lg" p="lg">
            {lines.map((line) => (
              <Line key={line} kind={kind} />
            ))}
          </Stack>
        )}
      </div>
    </div>
  );
}

function Line({ kind }: { kind: 'list' | 'record' | 'form' }) {
  if (kind === 'list') {
    return (
      <Group gap="lg" wrap="nowrap">
        <Skeleton height={12} width={72} />
        <Skeleton height={12} style={{ flex: 1 }} />
        <Skeleton height={12} width={96} />
      </Group>
    );
  }
  return (
    <Stack gap={8}>
      <Skeleton height={10} width={140} />
      <Skeleton height={kind === 'form' ? 36 : 14} />
    </Stack>
  );
}
