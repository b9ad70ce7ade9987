import { useTranslation } from 'react-i18next';

import { SheetChoice } from './SheetChoice';
import { UploadBox } from './UploadBox';
import type { ImportWizard } from './useImportWizard';

/** Choose a workbook, then the sheet. */
export function FileStep({ wizard }: { wizard: ImportWizard }) {
  const { t } = useTranslation('importing');
  if (wizard.source) return <SheetChoice wizard={wizard} source={wizard.source} />;
  return (
    <UploadBox
      what={t('file.what')}
      onUploaded={(uploadId) => {
        wizard.chooseSource({ uploadId, sheetName: '' });
      }}
    />
  );
}
