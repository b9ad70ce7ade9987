import { Button, Text, ThemeIcon } from '@mantine/core';
import { IconLink, IconLinkOff, IconShieldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { DateText, Strip } from '@/design';
import { useUserErrors } from '@/graphql';

import { type AuditChain, auditChainQuery } from './audit-documents';
import { ProofDialog } from './ProofDialog';
import { VerifyButton } from './VerifyButton';

/** Whether the chain of events is whole, and when that was last seen. */
export function ChainCard() {
  const { t } = useTranslation('audit');
  const { data } = useQuery(auditChainQuery());
  const [showsProof, setShowsProof] = useState(false);
  if (!data) return <div style={{ minHeight: 82 }} />;
  const chain = data.auditChain;
  return (
    <Strip
      label={t('chain.title')}
      icon={<ChainIcon chain={chain} />}
      actions={
        <>
          <Button
            variant="subtle"
            onClick={() => {
              setShowsProof(true);
            }}
          >
            {t('proof.button')}
          </Button>
          <VerifyButton />
        </>
      }
    >
      <ChainWords chain={chain} />
      {showsProof && (
        <ProofDialog
          chain={chain}
          onClose={() => {
            setShowsProof(false);
          }}
        />
      )}
    </Strip>
  );
}

function ChainIcon({ chain }: { chain: AuditChain }) {
  const isBroken = chain.isIntact === false;
  const Icon = isBroken ? IconLinkOff : chain.isIntact ? IconShieldCheck : IconLink;
  return (
    <ThemeIcon
      size={40}
      radius="xl"
      variant="light"
      color={isBroken ? 'red' : chain.isIntact ? 'green' : 'gray'}
      aria-hidden
    >
      <Icon size={22} />
    </ThemeIcon>
  );
}

function ChainWords({ chain }: { chain: AuditChain }) {
  const { t } = useTranslation('audit');
  const { sentence } = useUserErrors();
  const { verifiedAt, isIntact, problem, verifiedSeq, publishedAt, publishedSeq } = chain;
  return (
    <>
      {verifiedAt ? (
        <Text fw={600} fz="sm">
          {t('chain.verified')} <DateText value={verifiedAt} withTime />:{' '}
          {isIntact
            ? t('chain.intact', { count: verifiedSeq ?? 0 })
            : problem
              ? sentence(problem)
              : t('chain.broken')}
        </Text>
      ) : (
        <Text fw={600} fz="sm">
          {t('chain.neverVerified', { count: chain.length })}
        </Text>
      )}
      <Text fz="xs" c="dimmed">
        {publishedAt ? (
          <>
            {t('chain.published', { count: publishedSeq ?? 0 })}{' '}
            <DateText value={publishedAt} withTime />
          </>
        ) : (
          t('chain.notPublished')
        )}
      </Text>
    </>
  );
}
