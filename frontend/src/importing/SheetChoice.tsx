import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { useViewer } from '@/auth/session';
import { ErrorState, LoadingState } from '@/design';
import { AppError } from '@/graphql';

import { type UploadedWorkbook, sheetsQuery } from './import-documents';
import classes from './SheetChoice.module.css';
import type { ImportWizard } from './useImportWizard';
import { WizardButtons } from './WizardButtons';

interface SheetChoiceProps {
  wizard: ImportWizard;
  source: NonNullable<ImportWizard['source']>;
}

/** Which sheet of the workbook, and where its rows go. */
export function SheetChoice({ wizard, source }: SheetChoiceProps) {
  const { data, error, refetch } = useQuery(sheetsQuery(source.uploadId));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState kind="form" rows={3} />;
  if (!data.upload)
    return <ErrorState error={new AppError('NOT_FOUND')} onRetry={wizard.startOver} />;
  return <Sheets wizard={wizard} source={source} workbook={data.upload} />;
}

/** Visible sheets first, each in the workbook's order. */
const inOrder = (sheets: UploadedWorkbook['sheets']) => [
  ...sheets.filter((sheet) => sheet.isVisible),
  ...sheets.filter((sheet) => !sheet.isVisible),
];

function Sheets({ wizard, source, workbook }: SheetChoiceProps & { workbook: UploadedWorkbook }) {
  const { t } = useTranslation('importing');
  const { canManageForms } = useViewer();
  const sheets = inOrder(workbook.sheets);
  const first = sheets.find((sheet) => sheet.rowCount > 0) ?? sheets[0];
  const chosen = source.sheetName === '' ? (first?.name ?? '') : source.sheetName;
  return (
    <>
      <Stack gap="lg">
        <Group className={classes.file} justify="space-between">
          <Group gap="xs">
            <IconFileSpreadsheet size={20} aria-hidden />
            <Text fz="sm" fw={550}>
              {workbook.fileName}
            </Text>
          </Group>
          <Button variant="subtle" size="compact-sm" onClick={wizard.startOver}>
            {t('file.other')}
          </Button>
        </Group>
        <Radio.Group
          label={t('sheet.label')}
          value={chosen}
          onChange={(sheetName) => {
            wizard.chooseSource({ ...source, sheetName });
          }}
        >
          <Stack gap="xs" mt="xs">
            {sheets.map((sheet) => (
              <Radio
                key={sheet.name}
                value={sheet.name}
                disabled={sheet.rowCount === 0}
                label={sheet.name}
                description={[
                  t('sheet.size', { rows: sheet.rowCount, columns: sheet.columnCount }),
                  ...(sheet.isVisible ? [] : [t('sheet.hidden')]),
                ].join(' · ')}
              />
            ))}
          </Stack>
        </Radio.Group>
        {canManageForms && (
          <Radio.Group
            label={t('target.label')}
            value={wizard.makesRegister ? 'new' : 'this'}
            onChange={(value) => {
              wizard.setMakesRegister(value === 'new');
            }}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="this" label={t('target.this')} description={t('target.thisHint')} />
              <Radio value="new" label={t('target.new')} description={t('target.newHint')} />
            </Stack>
          </Radio.Group>
        )}
      </Stack>
      <WizardButtons>
        <Button
          disabled={chosen === ''}
          onClick={() => {
            if (chosen !== source.sheetName) wizard.chooseSource({ ...source, sheetName: chosen });
            wizard.goTo('columns');
          }}
        >
          {t('next')}
        </Button>
      </WizardButtons>
    </>
  );
}
