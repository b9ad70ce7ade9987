import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { ConfirmDialog, DateText, LevelBadge, RelativeTime, notify } from '@/design';
import { useWrite } from '@/graphql';

import { Row } from './Rows';
import { type ApiToken, RevokeApiTokenDocument } from './token-documents';

export function ApiTokenRow({ token, withOwner }: { token: ApiToken; withOwner: boolean }) {
  const { t } = useTranslation('account');
  const scope = [
    t(token.canWrite ? 'tokens.readWrite' : 'tokens.readOnly'),
    token.forms ? token.forms.map(({ name }) => name).join(', ') : t('tokens.allForms'),
    token.networks.length > 0
      ? t('tokens.from', { networks: token.networks.join(', ') })
      : t('tokens.fromAnywhere'),
  ];
  return (
    <Row
      icon={<IconKey size={20} aria-hidden />}
      name={token.name}
      badges={<TokenState token={token} />}
      actions={token.isGood && <Revoke token={token} />}
    >
      {withOwner && <div>{t('tokens.ofOwner', { name: token.owner.displayName })}</div>}
      <div>
        <code>{token.prefix}…</code> · {scope.join(' · ')}
      </div>
      <div>
        {t('tokens.expires')} <DateText value={token.expiresOn} />
        {' · '}
        <LastUse token={token} />
      </div>
    </Row>
  );
}

function LastUse({ token }: { token: ApiToken }) {
  const { t } = useTranslation('account');
  if (!token.lastUsedAt) return t('tokens.unused');
  return (
    <>
      {t('tokens.used')} <RelativeTime value={token.lastUsedAt} />
      {token.lastUsedAddress && ` (${token.lastUsedAddress})`}
    </>
  );
}

function TokenState({ token }: { token: ApiToken }) {
  const { t } = useTranslation('account');
  if (token.isGood) return <LevelBadge label={t('tokens.state.good')} colour="green" />;
  const state = token.revokedAt ? 'revoked' : 'ended';
  return <LevelBadge label={t(`tokens.state.${state}`)} colour="gray" />;
}

function Revoke({ token }: { token: ApiToken }) {
  const { t } = useTranslation('account');
  const [isAsking, question] = useDisclosure(false);
  const { write, isPending } = useWrite(RevokeApiTokenDocument, {
    payload: (reply) => reply.revokeApiToken,
    refresh: ['ApiTokens'],
  });

  const revoke = async (): Promise<void> => {
    const revoked = await write({ input: { id: token.id } });
    question.close();
    if (revoked) notify({ message: t('tokens.revoked', { name: token.name }) });
  };

  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        color="red"
        aria-label={t('tokens.revokeOf', { name: token.name })}
        onClick={question.open}
      >
        {t('tokens.revoke')}
      </Button>
      <ConfirmDialog
        opened={isAsking}
        onClose={question.close}
        onConfirm={() => void revoke()}
        title={t('tokens.revokeOf', { name: token.name })}
        message={t('tokens.revokeDetail')}
        confirmLabel={t('tokens.revoke')}
        isDanger
        isPending={isPending}
      />
    </>
  );
}
