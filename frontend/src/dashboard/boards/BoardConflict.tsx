import { Alert, Button, Group, List } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { Board } from './board-documents';

interface BoardConflictProps {
  theirs: Board;
  onWriteOver: () => void;
  onStartAnew: (theirs: Board) => void;
}

/** Somebody else saved the same dashboard meanwhile: theirs, or one's own. */
export function BoardConflict({ theirs, onWriteOver, onStartAnew }: BoardConflictProps) {
  const { t } = useTranslation('dashboard');
  return (
    <Alert color="orange" mb="md" title={t('board.conflict.title')} role="alert">
      {t('board.conflict.message', { name: theirs.name })}
      <List size="sm" mt={4}>
        {theirs.cards.map(({ id, chart, form }) => (
          <List.Item key={id}>
            {chart.title} ({form.name})
          </List.Item>
        ))}
      </List>
      <Group gap="xs" mt="sm">
        <Button size="xs" variant="default" onClick={onWriteOver}>
          {t('board.conflict.mine')}
        </Button>
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            onStartAnew(theirs);
          }}
        >
          {t('board.conflict.theirs')}
        </Button>
      </Group>
    </Alert>
  );
}
