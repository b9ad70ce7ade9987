import { Button, SegmentedControl, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useViewer } from '@/auth/session';
import { SettingsPage, SettingsSection } from '@/design';

import { AccountHeader } from './AccountHeader';
import { ApiTokenRow } from './ApiTokenRow';
import { CurlExample } from './CurlExample';
import { NewTokenDialog } from './NewTokenDialog';
import { Rows } from './Rows';
import { TokenSecretDialog } from './TokenSecretDialog';
import { apiTokensQuery } from './token-documents';

const route = getRouteApi('/authenticated/account/api-tokens');

/** Keys for programs that read or write registers over the API. */
export function ApiTokensPage() {
  const { t } = useTranslation('account');
  const { role } = useViewer();
  const ofEverybody = route.useSearch().of === 'everybody' && role === 'ADMINISTRATOR';
  const [isMaking, making] = useDisclosure(false);
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <SettingsPage
      header={
        <AccountHeader
          page="tokens"
          actions={
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={making.open}>
              {t('tokens.make')}
            </Button>
          }
        />
      }
    >
      <SettingsSection title={t('tokens.listTitle')} description={t('tokens.description')}>
        <Stack gap="sm" align="stretch">
          {role === 'ADMINISTRATOR' && <Whose ofEverybody={ofEverybody} />}
          <TokenList ofEverybody={ofEverybody} />
        </Stack>
      </SettingsSection>
      <SettingsSection title={t('tokens.useTitle')} description={t('tokens.useDescription')}>
        <CurlExample secret="wbg_…" />
      </SettingsSection>
      {isMaking && (
        <NewTokenDialog
          onClose={making.close}
          onMade={(made) => {
            making.close();
            setSecret(made);
          }}
        />
      )}
      {secret !== null && (
        <TokenSecretDialog
          secret={secret}
          onClose={() => {
            setSecret(null);
          }}
        />
      )}
    </SettingsPage>
  );
}

/** Administrators see everybody's tokens, to revoke what should not be there. */
function Whose({ ofEverybody }: { ofEverybody: boolean }) {
  const { t } = useTranslation('account');
  const navigate = useNavigate();
  return (
    <SegmentedControl
      aria-label={t('tokens.whose')}
      style={{ alignSelf: 'flex-start' }}
      value={ofEverybody ? 'everybody' : 'own'}
      onChange={(value) =>
        void navigate({
          to: '/account/api-tokens',
          search: { of: value === 'everybody' ? 'everybody' : undefined },
          replace: true,
        })
      }
      data={[
        { value: 'own', label: t('tokens.own') },
        { value: 'everybody', label: t('tokens.everybody') },
      ]}
    />
  );
}

function TokenList({ ofEverybody }: { ofEverybody: boolean }) {
  const { t } = useTranslation('account');
  const { apiTokens } = useSuspenseQuery(apiTokensQuery(ofEverybody)).data;
  if (apiTokens.length === 0) {
    return (
      <Text c="dimmed" size="sm">
        {t('tokens.none')}
      </Text>
    );
  }
  return (
    <Rows label={t('tokens.listTitle')}>
      {apiTokens.map((token) => (
        <ApiTokenRow key={token.id} token={token} withOwner={ofEverybody} />
      ))}
    </Rows>
  );
}
