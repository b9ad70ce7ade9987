import { Alert, Button } from '@mantine/core';
import { useSuspenseQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { FormPage, PageHeader } from '@/design';
import { type Language, useLanguage } from '@/i18n';
import { TextLanguageContext } from '@/localized/text-language';
import { TextLanguageSwitch } from '@/localized/TextLanguageSwitch';
import { LeaveGuard } from '@/registers/edit/LeaveGuard';
import { Panel } from '@/registers/record/Panel';

import { Acceptance } from './Acceptance';
import { type RiskCriteria, riskCriteriaQuery } from './criteria-documents';
import { Levels } from './Levels';
import { MatrixEditor } from './MatrixEditor';
import classes from './risk-criteria.module.css';
import { Scale } from './Scale';
import { useCriteria } from './useCriteria';

export function RiskCriteriaPage() {
  const [nl, en] = useSuspenseQueries({
    queries: [riskCriteriaQuery('nl'), riskCriteriaQuery('en')],
  });
  const saved = { nl: nl.data.riskCriteria, en: en.data.riskCriteria };
  // Keyed: after saving, the page begins with what the server made of it.
  return <RiskCriteriaEditor key={`${saved.nl.version} ${saved.en.version}`} saved={saved} />;
}

/** How likely, how bad, and what of it is acceptable. */
function RiskCriteriaEditor({ saved }: { saved: Record<Language, RiskCriteria> }) {
  const { t } = useTranslation('riskCriteria');
  const screenLanguage = useLanguage();
  const [language, setLanguage] = useState(screenLanguage);
  const control = useCriteria(saved);
  return (
    <FormPage
      header={
        <PageHeader
          title={t('title')}
          description={t(control.isReadOnly ? 'readOnly' : 'description')}
          help={t('help')}
          actions={<TextLanguageSwitch value={language} onChange={setLanguage} />}
        />
      }
      errors={control.otherErrors}
      onSubmit={(event) => {
        event.preventDefault();
        void control.save();
      }}
      actions={
        !control.isReadOnly && (
          <>
            {control.isDirty && (
              <Button variant="default" onClick={control.undo}>
                {t('undo')}
              </Button>
            )}
            <Button type="submit" disabled={!control.isDirty} loading={control.isPending}>
              {t('save')}
            </Button>
          </>
        )
      }
    >
      {control.hasConflict && (
        <Alert color="orange" mb="md">
          {t('conflict')}
        </Alert>
      )}
      <TextLanguageContext value={language}>
        <fieldset className={classes.fields} disabled={control.isReadOnly}>
          <Panel title={t('likelihood.title')} description={t('likelihood.help')}>
            <Scale axis="likelihood" control={control} />
          </Panel>
          <Panel title={t('impact.title')} description={t('impact.help')}>
            <Scale axis="impact" control={control} />
          </Panel>
          <Panel title={t('levels.title')} description={t('levels.help')}>
            <Levels control={control} />
          </Panel>
          <Panel title={t('matrix.title')} description={t('matrix.help')}>
            <MatrixEditor control={control} />
          </Panel>
          <Panel title={t('acceptance.title')} description={t('acceptance.help')}>
            <Acceptance control={control} />
          </Panel>
        </fieldset>
      </TextLanguageContext>
      <LeaveGuard isDirty={control.mustAskBeforeLeaving} />
    </FormPage>
  );
}
