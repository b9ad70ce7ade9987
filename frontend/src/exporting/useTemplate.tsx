import { type ReactNode, Suspense, lazy } from 'react';
import { useTranslation } from 'react-i18next';

import { notify } from '@/design';
import { useDocumentMutation, useUserErrors } from '@/graphql';
import { toLocale, useLanguage } from '@/i18n';
import type { RegisterForm } from '@/registers/register-form';

import { StartExportDocument } from './export-documents';
import { toTemplateInput } from './export-request';

const ExportProgress = lazy(async () => ({
  default: (await import('./ExportProgress')).ExportProgress,
}));

interface Template {
  start: () => void;
  isStarting: boolean;
  /** Follows the making; to be put anywhere in the page. */
  dialog: ReactNode;
}

/** An empty workbook of a register, with its columns and its lists of choices, to fill in and import. */
export function useTemplate(form: Pick<RegisterForm, 'key' | 'name'>): Template {
  const { t } = useTranslation('exporting');
  const locale = toLocale(useLanguage());
  const { general } = useUserErrors();
  const { mutate, data, isPending, reset } = useDocumentMutation(StartExportDocument);
  const jobId = data?.startExport.job?.id;
  const start = () => {
    mutate(
      { input: toTemplateInput(form.key, locale) },
      {
        onSuccess: ({ startExport: { userErrors } }) => {
          if (userErrors.length === 0) return;
          notify({ isError: true, message: general(userErrors, []).join(' ') });
        },
      },
    );
  };
  return {
    start,
    isStarting: isPending,
    dialog: jobId && (
      <Suspense>
        <ExportProgress
          jobId={jobId}
          format="XLSX"
          title={t('template.title', { name: form.name })}
          onClose={reset}
        />
      </Suspense>
    ),
  };
}
