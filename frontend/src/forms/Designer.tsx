import { Alert, Button, Drawer, Group, Tabs } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { FormErrors } from '@/design';
import { type Language, useLanguage } from '@/i18n';
import { TextLanguageContext } from '@/localized/text-language';
import { LeaveGuard } from '@/registers/edit/LeaveGuard';

import { DesignerBar, TABS } from './DesignerBar';
import { DesignerHeader } from './DesignerHeader';
import classes from './designer.module.css';
import type { FormDraft } from './draft/form-draft';
import { toFormInput } from './draft/to-input';
import { FieldsTab } from './FieldsTab';
import { GeneralTab } from './general/GeneralTab';
import { PreviewTab } from './preview/PreviewTab';
import { PropertiesPane } from './properties/PropertiesPane';
import { PublishDialog } from './publish/PublishDialog';
import { usePublish } from './publish/usePublish';
import { StatusesTab } from './statuses/StatusesTab';
import { DesignerProviders } from './DesignerProviders';
import { useDesigner } from './useDesigner';
import { useKeepDraft } from './useKeptDraft';

interface DesignerProps {
  /** Null for a new register. */
  formKey: string | null;
  /** The name of the register as it is published. */
  name: string | null;
  revision: number;
  /** What the draft is compared with: the published form, or a blank one. */
  published: FormDraft;
  initial: FormDraft;
  address: string;
  /** A draft that was left is on offer: it must not be written over yet. */
  isOffering: boolean;
  notice?: ReactNode;
  onPublished: (form: { key: string; name: string }) => void;
}

/** Below this width there is one pane: what else there is opens over it. */
const WIDE = '(min-width: 75em)';

/** Makes or changes a register: its fields, statuses and texts, and how it will look. */
export function Designer(props: DesignerProps) {
  const { formKey, name, revision, published, initial, address, isOffering, onPublished } = props;
  const { t } = useTranslation('forms');
  const screenLanguage = useLanguage();
  const [language, setLanguage] = useState<Language>(screenLanguage);
  const [isSettingUp, setIsSettingUp] = useState(false);
  const isWide = useMediaQuery(WIDE, undefined, { getInitialValueInEffect: false });
  const control = useDesigner({ formKey, initial: () => initial });
  const [compared] = useState(() => JSON.stringify(toFormInput(published, screenLanguage).input));
  const isDirty = JSON.stringify(control.sent.input) !== compared;
  const isSaved = useRef(false);
  const keeping = { address, draft: control.draft, revision, isDirty: isDirty && !isOffering };
  const forgetKept = useKeepDraft(keeping);
  const publish = usePublish({
    control,
    revision,
    onPublished: (form) => {
      isSaved.current = true;
      forgetKept();
      onPublished(form);
    },
  });

  const { actions } = control;
  const openSettings = useMemo(
    () =>
      isWide
        ? null
        : (id: string) => {
            actions.select(id);
            setIsSettingUp(true);
          },
    [isWide, actions],
  );

  return (
    <DesignerProviders control={control} openSettings={openSettings}>
      <TextLanguageContext value={language}>
        <div className={classes.page}>
          <DesignerHeader name={name} />
          {props.notice}
          {publish.hasConflict && <Conflict onWriteOver={() => void publish.writeOver()} />}
          <FormErrors errors={publish.general} />
          <Tabs
            value={control.tab}
            keepMounted={false}
            onChange={(chosen) => {
              control.actions.openTab(TABS.find(({ tab }) => tab === chosen)?.tab ?? 'fields');
            }}
          >
            <DesignerBar
              isDirty={isDirty}
              publish={publish}
              language={language}
              onLanguage={setLanguage}
            />
            <Tabs.Panel value="fields">
              <FieldsTab isWide={isWide} isNew={formKey === null} />
            </Tabs.Panel>
            <Tabs.Panel value="statuses">
              <StatusesTab />
            </Tabs.Panel>
            <Tabs.Panel value="general">
              <GeneralTab />
            </Tabs.Panel>
            <Tabs.Panel value="preview">
              <PreviewTab key={language} />
            </Tabs.Panel>
          </Tabs>
        </div>
        <Drawer
          opened={isSettingUp && !isWide}
          onClose={() => {
            setIsSettingUp(false);
          }}
          position="right"
          title={t('properties.title')}
          closeButtonProps={{ 'aria-label': t('properties.close') }}
          attributes={{ header: { role: 'presentation' } }}
        >
          <PropertiesPane />
        </Drawer>
        <PublishDialog publish={publish} />
      </TextLanguageContext>
      <LeaveGuard
        isDirty={() => isDirty && !isSaved.current}
        message={t('leave', { context: isOffering ? 'lost' : 'kept' })}
      />
    </DesignerProviders>
  );
}

function Conflict({ onWriteOver }: { onWriteOver: () => void }) {
  const { t } = useTranslation('forms');
  return (
    <Alert color="orange" mb="md" title={t('conflict.title')} role="alert">
      {t('conflict.message')}
      <Group gap="xs" mt="xs">
        <Button size="xs" variant="default" onClick={onWriteOver}>
          {t('conflict.compare')}
        </Button>
      </Group>
    </Alert>
  );
}
