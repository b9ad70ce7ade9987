import { Alert, Button, Drawer, Group, Tabs } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconEye, IconFlag, IconForms, IconSettings } from '@tabler/icons-react';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { FormErrors } from '@/design';
import { type Language, useLanguage } from '@/i18n';
import { TextLanguageContext } from '@/localized/text-language';
import { LeaveGuard } from '@/registers/edit/LeaveGuard';

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
import { DesignerContext, useDesigner } from './useDesigner';
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
  const [tab, setTab] = useState('fields');
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

  const openSettings = useMemo(() => {
    if (isWide) return null;
    return (id: string) => {
      control.select(id);
      setIsSettingUp(true);
    };
  }, [isWide, control]);

  return (
    <DesignerContext value={{ ...control, openSettings }}>
      <TextLanguageContext value={language}>
        <div className={classes.page}>
          <DesignerHeader
            name={name}
            isDirty={isDirty}
            publish={publish}
            language={language}
            onLanguage={setLanguage}
          />
          {props.notice}
          {publish.hasConflict && <Conflict onWriteOver={() => void publish.writeOver()} />}
          <FormErrors errors={publish.general} />
          <Tabs
            value={tab}
            keepMounted={false}
            onChange={(chosen) => {
              control.settle();
              setTab(chosen ?? 'fields');
            }}
          >
            <Tabs.List mb="md">
              <Tabs.Tab value="fields" leftSection={<IconForms size={16} aria-hidden />}>
                {t('tab.fields')}
              </Tabs.Tab>
              <Tabs.Tab value="statuses" leftSection={<IconFlag size={16} aria-hidden />}>
                {t('tab.statuses')}
              </Tabs.Tab>
              <Tabs.Tab value="general" leftSection={<IconSettings size={16} aria-hidden />}>
                {t('tab.general')}
              </Tabs.Tab>
              <Tabs.Tab value="preview" leftSection={<IconEye size={16} aria-hidden />}>
                {t('tab.preview')}
              </Tabs.Tab>
            </Tabs.List>
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
    </DesignerContext>
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
