import { Anchor, Button, Group, Tabs } from '@mantine/core';
import { IconArchive, IconForms, IconHistory, IconPlus } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { DataTable, ListPage, PageHeader, TablerIcon } from '@/design';
import { useLanguage } from '@/i18n';
import { formatNumber } from '@/i18n/formats';

import { ArchivedRegisters } from './ArchivedRegisters';
import { ArchiveRegisterDialog } from './ArchiveRegisterDialog';
import { type RegisterInUse, registersInUseQuery } from './life-documents';

/** All registers: where they came from, their revisions, and own ones to put away or bring back. */
export function RegistersPage() {
  const { t } = useTranslation(['forms', 'app']);
  const language = useLanguage();
  const registers = useSuspenseQuery(registersInUseQuery()).data.forms;
  const [archiving, setArchiving] = useState<RegisterInUse | null>(null);
  return (
    <>
      <Tabs defaultValue="inUse" keepMounted={false}>
        <ListPage
          header={
            <PageHeader
              title={t('life.title')}
              description={t('life.description')}
              actions={
                <Button
                  leftSection={<IconPlus size={16} aria-hidden />}
                  renderRoot={(props) => <Link {...props} to="/registers/new" />}
                >
                  {t('app:menu.newRegister')}
                </Button>
              }
            />
          }
          toolbar={
            <Tabs.List>
              <Tabs.Tab value="inUse">{t('life.inUseTab', { count: registers.length })}</Tabs.Tab>
              <Tabs.Tab value="archived">{t('life.archivedTitle')}</Tabs.Tab>
            </Tabs.List>
          }
        >
          <Tabs.Panel value="archived">
            <ArchivedRegisters />
          </Tabs.Panel>
          <Tabs.Panel value="inUse">
            <DataTable
              label={t('life.title')}
              rows={ownFirst(registers)}
              rowId={({ id }) => id}
              columns={[
                {
                  id: 'name',
                  label: t('life.name'),
                  cell: (register) => <Name register={register} />,
                },
                {
                  id: 'category',
                  label: t('life.category'),
                  cell: ({ category }) => t(`app:category.${category}`),
                },
                {
                  id: 'origin',
                  label: t('life.origin'),
                  cell: ({ origin }) => t(`life.from.${origin}`),
                },
                {
                  id: 'revision',
                  label: t('life.revision'),
                  isNumeric: true,
                  cell: ({ revision }) => revision,
                },
                {
                  id: 'records',
                  label: t('life.records'),
                  isNumeric: true,
                  cell: ({ recordCount }) => formatNumber(recordCount, language),
                },
              ]}
              actionsLabel={t('life.actions')}
              actions={(register) => (
                <Actions
                  register={register}
                  onArchive={() => {
                    setArchiving(register);
                  }}
                />
              )}
            />
          </Tabs.Panel>
        </ListPage>
      </Tabs>
      {archiving && (
        <ArchiveRegisterDialog
          register={archiving}
          onClose={() => {
            setArchiving(null);
          }}
        />
      )}
    </>
  );
}

/** Those one can archive; the others stay in menu order. */
const ownFirst = (registers: readonly RegisterInUse[]) =>
  [...registers].sort((a, b) => Number(b.origin === 'OWN') - Number(a.origin === 'OWN'));

function Name({ register }: { register: RegisterInUse }) {
  return (
    <Group gap={8} wrap="nowrap">
      <TablerIcon name={register.icon} size={18} />
      <Anchor
        renderRoot={(props) => (
          <Link {...props} to="/registers/$formKey" params={{ formKey: register.key }} />
        )}
      >
        {register.name}
      </Anchor>
    </Group>
  );
}

interface ActionsProps {
  register: RegisterInUse;
  onArchive: () => void;
}

function Actions({ register, onArchive }: ActionsProps) {
  const { t } = useTranslation('forms');
  const { key, name, origin, viewerCanDesign } = register;
  const params = { formKey: key };
  return (
    <>
      <Action
        label={t('life.revisionsOf', { name })}
        icon={<IconHistory size={16} aria-hidden />}
        link={(props) => <Link {...props} to="/registers/$formKey/revisions" params={params} />}
      >
        {t('life.revisions')}
      </Action>
      {viewerCanDesign && (
        <Action
          label={t('life.designOf', { name })}
          icon={<IconForms size={16} aria-hidden />}
          link={(props) => <Link {...props} to="/registers/$formKey/design" params={params} />}
        >
          {t('life.design')}
        </Action>
      )}
      {origin === 'OWN' && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          aria-label={t('life.archiveOf', { name })}
          leftSection={<IconArchive size={16} aria-hidden />}
          onClick={onArchive}
        >
          {t('life.archive')}
        </Button>
      )}
    </>
  );
}

interface ActionProps {
  label: string;
  icon: ReactNode;
  link: (props: Record<string, unknown>) => ReactNode;
  children: string;
}

function Action({ label, icon, link, children }: ActionProps) {
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      color="gray"
      aria-label={label}
      leftSection={icon}
      renderRoot={link}
    >
      {children}
    </Button>
  );
}
