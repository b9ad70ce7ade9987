import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { AuditActorKind } from '@/graphql';

import type { AuditEvent } from './audit-documents';

/** Not one of the environment's own people in person. */
export const isOutsider = (kind: AuditActorKind): boolean =>
  kind === 'CONSULTANT' || kind === 'OPERATOR' || kind === 'API_TOKEN';

/** Who did it; says so when it was an outsider or a program. */
export function ActorName({ event }: { event: AuditEvent }) {
  const { t } = useTranslation('audit');
  const { actorKind, actorName } = event;
  return (
    <>
      {actorName || t(`actorKind.${actorKind}`)}
      {isOutsider(actorKind) && actorName && (
        <Text fz="xs" c="dimmed">
          {t(`actorKind.${actorKind}`)}
        </Text>
      )}
    </>
  );
}
