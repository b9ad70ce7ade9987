import { useTranslation } from 'react-i18next';

import { TemplateButton } from '@/exporting/TemplateButton';
import type { RegisterForm } from '@/registers/register-form';

import { SheetChoice } from './SheetChoice';
import { UploadBox } from './UploadBox';
import type { ImportWizard } from './useImportWizard';

interface FileStepProps {
  wizard: ImportWizard;
  form: RegisterForm;
}

/** Choose a workbook, then the sheet. */
export function FileStep({ wizard, form }: FileStepProps) {
  const { t } = useTranslation('importing');
  if (wizard.source) return <SheetChoice wizard={wizard} source={wizard.source} />;
  return (
    <>
      <UploadBox
        what={t('file.what')}
        onUploaded={(uploadId) => {
          wizard.chooseSource({ uploadId, sheetName: '' });
        }}
      />
      {form.viewerCanExport && <TemplateButton form={form} />}
    </>
  );
}
