import { Button } from '@mantine/core';
import { IconArchive, IconEraser, IconMail, IconRestore, IconShieldOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useViewer } from '@/auth/session';
import { notify } from '@/design';
import { useUserErrors, useWrite } from '@/graphql';

import { SendInvitationDocument } from './account-documents';
import { ArchiveDialog } from './ArchiveDialog';
import { EraseDialog } from './EraseDialog';
import { type Account, PEOPLE_QUERIES } from './people-documents';
import { ResetFactorDialog } from './ResetFactorDialog';
import { RestoreDialog } from './RestoreDialog';

type Question = 'reset' | 'archive' | 'restore' | 'erase';

/** What can be done with somebody's account, by who may. */
export function PersonActions({ account }: { account: Account }) {
  const { t } = useTranslation('people');
  const { user } = useViewer();
  const [asked, setAsked] = useState<Question | null>(null);
  const isMe = user.id === account.user.id;
  const isMember = account.kind === 'MEMBER';
  const isArchived = account.status === 'ARCHIVED';
  const canErase = account.viewerCanEdit && isMember && isArchived;
  const ask = (question: Question) => () => {
    setAsked(question);
  };
  const dialog = {
    account,
    onClose: () => {
      setAsked(null);
    },
  };
  return (
    <>
      {account.viewerCanEdit && account.status === 'INVITED' && <SendButton account={account} />}
      {account.viewerCanResetSecondFactor && account.hasSecondFactor && !isMe && !isArchived && (
        <Button
          variant="default"
          leftSection={<IconShieldOff size={16} aria-hidden />}
          onClick={ask('reset')}
        >
          {t('reset.button')}
        </Button>
      )}
      {account.viewerCanEdit && isMember && !isMe && !isArchived && (
        <Button
          variant="default"
          leftSection={<IconArchive size={16} aria-hidden />}
          onClick={ask('archive')}
        >
          {t('archive.button')}
        </Button>
      )}
      {account.viewerCanEdit && isMember && isArchived && (
        <Button leftSection={<IconRestore size={16} aria-hidden />} onClick={ask('restore')}>
          {t('restore.button')}
        </Button>
      )}
      {canErase && (
        <Button
          variant="default"
          leftSection={<IconEraser size={16} aria-hidden />}
          onClick={ask('erase')}
        >
          {t('erase.button')}
        </Button>
      )}
      {asked === 'erase' && <EraseDialog {...dialog} />}
      {asked === 'reset' && <ResetFactorDialog {...dialog} />}
      {asked === 'archive' && <ArchiveDialog {...dialog} />}
      {asked === 'restore' && <RestoreDialog {...dialog} />}
    </>
  );
}

function SendButton({ account }: { account: Account }) {
  const { t } = useTranslation('people');
  const { sentence } = useUserErrors();
  const { write, isPending } = useWrite(SendInvitationDocument, {
    payload: (reply) => {
      for (const refusal of reply.sendInvitation.userErrors) {
        notify({ isError: true, message: sentence(refusal) });
      }
      return reply.sendInvitation;
    },
    refresh: PEOPLE_QUERIES,
  });
  const send = async () => {
    const answer = await write({ input: { id: account.id } });
    if (answer) notify({ message: t('invite.sent', { name: account.user.displayName }) });
  };
  return (
    <Button
      leftSection={<IconMail size={16} aria-hidden />}
      loading={isPending}
      onClick={() => void send()}
    >
      {t(account.invitationSentAt ? 'invite.again' : 'invite.send')}
    </Button>
  );
}
