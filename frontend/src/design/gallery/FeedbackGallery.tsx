import { Button, Group, Paper, SimpleGrid, Text } from '@mantine/core';
import { useState } from 'react';

import { AppError } from '@/graphql';

import { ConfirmDialog } from '../feedback/ConfirmDialog';
import { DialogPattern } from '../feedback/DialogPattern';
import { EmptyState } from '../feedback/EmptyState';
import { ErrorState } from '../feedback/ErrorState';
import { LoadingState } from '../feedback/LoadingState';
import { ProgressDialog } from '../feedback/ProgressDialog';
import { FormErrors } from '../page/FormPage';
import { Specimen } from './Specimen';

const FAILURE = new AppError('INTERNAL', { requestId: '01JD3V7Q' });

export function FeedbackGallery() {
  return (
    <>
      <Specimen name="EmptyState, ErrorState">
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          <Paper withBorder>
            <EmptyState
              title="No records yet"
              description="Add the first, or import them from Excel."
              action={<Button mt="xs">Add a record</Button>}
            />
          </Paper>
          <Paper withBorder>
            <ErrorState error={FAILURE} onRetry={() => undefined} />
          </Paper>
        </SimpleGrid>
      </Specimen>
      <Specimen name="LoadingState">
        <SimpleGrid cols={{ base: 1, md: 3 }}>
          <LoadingState kind="list" rows={4} />
          <LoadingState kind="form" rows={3} />
          <LoadingState kind="record" rows={4} />
        </SimpleGrid>
      </Specimen>
      <Specimen name="FormErrors">
        <FormErrors errors={['Fill in this field.', 'Enter 5 or less.']} />
      </Specimen>
      <Dialogs />
    </>
  );
}

function Dialogs() {
  const [shown, setShown] = useState<'plain' | 'confirm' | 'progress' | null>(null);
  const close = (): void => {
    setShown(null);
  };
  return (
    <Specimen name="Dialogs">
      <Group>
        {(['plain', 'confirm', 'progress'] as const).map((kind) => (
          <Button
            key={kind}
            variant="default"
            onClick={() => {
              setShown(kind);
            }}
          >
            {kind}
          </Button>
        ))}
      </Group>
      <DialogPattern opened={shown === 'plain'} onClose={close} title="A dialog">
        <Text>Text.</Text>
      </DialogPattern>
      <ConfirmDialog
        opened={shown === 'confirm'}
        onClose={close}
        onConfirm={close}
        title="Delete record"
        message="RIS-0012 will be deleted. This cannot be undone."
        confirmLabel="Delete record"
        isDanger
      />
      <ProgressDialog
        opened={shown === 'progress'}
        title="Export to Excel"
        done={420}
        total={1000}
        stateText="Writing rows"
        onCancel={close}
        onClose={close}
      />
    </Specimen>
  );
}
