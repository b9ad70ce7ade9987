import type { SpotlightActionData, SpotlightActionGroupData } from '@mantine/spotlight';
import {
  IconFileExport,
  IconLayoutDashboard,
  IconPlus,
  IconShieldLock,
  IconUserCircle,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useViewer } from '@/auth/session';
import { TablerIcon } from '@/design';
import { documentQuery, graphql } from '@/graphql';

import { parseRecordCode } from '../record-code';
import { type MenuRegister, useRegisterMenu } from '../registers';
import { useAdminPages } from './admin-pages';

const RecordByCodeDocument = graphql(`
  query RecordByCode($formKey: String!, $number: Int!) {
    recordByNumber(formKey: $formKey, number: $number) {
      id
      code
      title
      number
    }
  }
`);

/** Everything one can go to, by what was typed. */
export function useSearchActions(words: string): SpotlightActionGroupData[] {
  const { t } = useTranslation();
  const registers = useRegisterMenu();
  const pages = usePageActions();
  const registerActions = useRegisterActions(registers);
  const createActions = useCreateActions(registers);
  const record = useRecordAction(words, registers);

  return [
    { group: t('search.records'), actions: record },
    { group: t('menu.registers'), actions: matching(registerActions, words) },
    { group: t('search.create'), actions: matching(createActions, words) },
    { group: t('search.pages'), actions: matching(pages, words) },
  ].filter(({ actions }) => actions.length > 0);
}

function matching(actions: SpotlightActionData[], words: string): SpotlightActionData[] {
  const wanted = words.trim().toLocaleLowerCase();
  return actions.filter(({ label }) => label?.toLocaleLowerCase().includes(wanted));
}

function usePageActions(): SpotlightActionData[] {
  const { t } = useTranslation();
  const router = useRouter();
  const { canManageForms } = useViewer();
  const adminPages = useAdminPages();
  const page = (
    id:
      | '/'
      | '/jobs'
      | '/account'
      | '/account/security'
      | '/registers/new'
      | (typeof adminPages)[number]['to'],
    label: string,
    Icon: typeof IconPlus,
  ): SpotlightActionData => ({
    id,
    label,
    leftSection: <Icon size={20} aria-hidden />,
    onClick: () => void router.navigate({ to: id }),
  });
  return [
    page('/', t('menu.dashboard'), IconLayoutDashboard),
    page('/jobs', t('menu.jobs'), IconFileExport),
    page('/account', t('menu.account'), IconUserCircle),
    page('/account/security', t('menu.security'), IconShieldLock),
    ...adminPages.map(({ to, label, Icon }) => page(to, t(label), Icon)),
    ...(canManageForms ? [page('/registers/new', t('menu.newRegister'), IconPlus)] : []),
  ];
}

function useRegisterActions(registers: MenuRegister[]): SpotlightActionData[] {
  const { t } = useTranslation();
  const router = useRouter();
  return registers.map(({ key, name, icon, recordCount }) => ({
    id: `register-${key}`,
    label: name,
    description: t('menu.records', { count: recordCount }),
    leftSection: <TablerIcon name={icon} />,
    onClick: () => void router.navigate({ to: '/registers/$formKey', params: { formKey: key } }),
  }));
}

function useCreateActions(registers: MenuRegister[]): SpotlightActionData[] {
  const { t } = useTranslation();
  const router = useRouter();
  return registers
    .filter(({ viewerCanCreate }) => viewerCanCreate)
    .map(({ key, singularName }) => ({
      id: `create-${key}`,
      label: t('search.newRecord', { name: singularName }),
      leftSection: <IconPlus size={20} aria-hidden />,
      onClick: () =>
        void router.navigate({ to: '/registers/$formKey/new', params: { formKey: key } }),
    }));
}

/** The record whose number was typed, when there is one. */
function useRecordAction(words: string, registers: MenuRegister[]): SpotlightActionData[] {
  const { t } = useTranslation();
  const router = useRouter();
  const code = parseRecordCode(words);
  const register = registers.find(({ numberPrefix }) => numberPrefix === code?.prefix);
  const { data } = useQuery({
    ...documentQuery(RecordByCodeDocument, {
      formKey: register?.key ?? '',
      number: code?.number ?? 0,
    }),
    enabled: register !== undefined,
  });
  const record = data?.recordByNumber;
  if (!register || !record) return [];
  return [
    {
      id: record.id,
      label: t('search.goTo', { code: record.code }),
      description: record.title,
      leftSection: <TablerIcon name={register.icon} />,
      onClick: () =>
        void router.navigate({
          to: '/registers/$formKey/$number',
          params: { formKey: register.key, number: String(record.number) },
        }),
    },
  ];
}
