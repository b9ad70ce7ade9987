import { Alert, Button, Group, Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useViewer } from '@/auth/session';
import { TryoutContext } from '@/files/tryout';
import { useUserErrors } from '@/graphql';
import { useTextLanguage } from '@/localized/text-language';
import { FormSections } from '@/registers/edit/FormSections';
import { checkValues } from '@/registers/edit/validation';

import { toPreview, previewValues } from '../draft/preview-form';
import { previewScaleQuery } from '../form-documents';
import { useDesign } from '../useDesigner';

/** The real record form with the draft: to be tried out, nothing is saved. */
export function PreviewTab() {
  const { t } = useTranslation('forms');
  const { sentence } = useUserErrors();
  const { draft } = useDesign();
  const { user } = useViewer();
  const language = useTextLanguage();
  const { data } = useQuery(previewScaleQuery());
  const form = toPreview(draft, {
    language,
    scale: data?.riskCriteria.scale ?? null,
    nameless: t('nameless'),
  });
  const [fresh] = useState(() =>
    previewValues(draft, language, {
      me: { id: user.id, label: user.displayName },
      now: new Date(),
    }),
  );
  const [values, setValues] = useState(fresh);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [chosen, setChosen] = useState<string | null>(null);
  const statusKey = chosen ?? form.statuses[0]?.key ?? '';

  const check = () => {
    const found = checkValues(form.fields, values, statusKey);
    setErrors(Object.fromEntries([...found].map(([key, error]) => [key, sentence(error)])));
  };
  return (
    <Stack gap="md">
      <Alert>{t('preview.note')}</Alert>
      <Group gap="sm" align="flex-end">
        <Select
          label={t('preview.status')}
          description={t('preview.statusHint')}
          data={form.statuses.map((status) => ({ value: status.key, label: status.label }))}
          value={statusKey}
          allowDeselect={false}
          onChange={setChosen}
        />
        <Button variant="default" onClick={check}>
          {t('preview.check')}
        </Button>
        <Button
          variant="subtle"
          onClick={() => {
            setValues(fresh);
            setErrors({});
          }}
        >
          {t('preview.clear')}
        </Button>
      </Group>
      <TryoutContext value>
        <div>
          <FormSections
            form={form}
            values={values}
            statusKey={statusKey}
            errors={errors}
            onChange={(key, value) => {
              setValues((current) => ({ ...current, [key]: value }));
              setErrors((current) =>
                Object.fromEntries(Object.entries(current).filter(([other]) => other !== key)),
              );
            }}
          />
        </div>
      </TryoutContext>
    </Stack>
  );
}
