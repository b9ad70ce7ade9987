import { Button, Loader, Text, ThemeIcon } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { DateText, Strip, notify } from '@/design';
import { useSwitchTime } from '@/looking-back/switch-time';
import { useCloseBackup } from '@/looking-back/useCloseBackup';

import type { Restore } from '../backup-documents';
import { failureOf } from '../restore/restore-rules';
import { canBeCancelled, currentLook } from '../under-way';
import { useEnded } from '../useEnded';

interface LookingProps {
  restores: readonly Restore[];
  /** The viewer may look into it, and close it. */
  canLook: boolean;
}

/** The back-up that is fetched to be looked into, or is open; says so when it has come, or has not. */
export function Looking({ restores, canLook }: LookingProps) {
  const look = currentLook(restores);
  useOutcome(restores);
  if (!look) return null;
  return look.state === 'OPEN' ? (
    <Open look={look} canLook={canLook} />
  ) : (
    <Fetching look={look} canLook={canLook} />
  );
}

function useOutcome(restores: readonly Restore[]): void {
  const { t } = useTranslation('backups');
  useEnded(
    restores,
    ({ purpose, state }) => purpose === 'LOOK' && canBeCancelled(state),
    ({ state, failure }) => {
      if (state === 'OPEN') notify({ message: t('look.ready') });
      if (state === 'FAILED') {
        notify({
          isError: true,
          title: t('look.failed'),
          message: t(`failure.${failureOf(failure)}`),
        });
      }
    },
  );
}

interface LookProps {
  look: Restore;
  canLook: boolean;
}

function Fetching({ look, canLook }: LookProps) {
  const { t } = useTranslation('backups');
  const { close, isPending } = useCloseBackup();
  return (
    <Strip
      label={t('look.title')}
      icon={<Loader size={28} aria-hidden />}
      actions={
        canLook && (
          <Button
            variant="default"
            loading={isPending}
            onClick={() => void close(look.id, t('look.cancelled'))}
          >
            {t('look.cancel')}
          </Button>
        )
      }
    >
      <Text fw={600} fz="sm" role="status">
        {t('look.asked')}. {t('look.fetching')}
      </Text>
      <About look={look} />
    </Strip>
  );
}

function Open({ look, canLook }: LookProps) {
  const { t } = useTranslation(['backups', 'lookingBack']);
  const { close, isPending } = useCloseBackup();
  const lookInto = useLookInto();
  const takenAt = look.backup?.takenAt;
  return (
    <Strip
      label={t('look.title')}
      icon={
        <ThemeIcon size={40} radius="xl" variant="light" color="violet" aria-hidden>
          <IconEye size={22} />
        </ThemeIcon>
      }
      actions={
        canLook && (
          <>
            {takenAt && (
              <Button onClick={() => void lookInto(look.id, takenAt)}>{t('look.look')}</Button>
            )}
            <Button
              variant="default"
              loading={isPending}
              onClick={() => void close(look.id, t('lookingBack:banner.closed'))}
            >
              {t('lookingBack:banner.close')}
            </Button>
          </>
        )
      }
    >
      <Text fw={600} fz="sm" role="status">
        {t('look.open')}
      </Text>
      {look.openUntil && (
        <Text fz="sm">
          {t(canLook ? 'look.openUntil' : 'look.openFor')}{' '}
          <DateText value={look.openUntil} withTime />.
        </Text>
      )}
      <About look={look} />
    </Strip>
  );
}

/** Which back-up, who asked for it and why. */
function About({ look: { backup, askedBy, reason } }: { look: Restore }) {
  const { t } = useTranslation('backups');
  return (
    <Text fz="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
      {backup?.takenAt && (
        <>
          {t('look.of')} <DateText value={backup.takenAt} withTime />.{' '}
        </>
      )}
      {t('look.by', { name: askedBy?.displayName ?? t('restores.operator'), reason })}
    </Text>
  );
}

/** Shows the whole application as the back-up holds it, from the start page on. */
function useLookInto() {
  const switchTime = useSwitchTime();
  const navigate = useNavigate();
  return async (restoreId: string, takenAt: string) => {
    switchTime({ kind: 'backup', restoreId, takenAt });
    await navigate({ to: '/' });
  };
}
