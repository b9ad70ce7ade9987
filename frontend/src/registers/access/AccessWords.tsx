import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { Facts } from '@/design';

import { type AccessDraft, RIGHTS } from './access-draft';

/** The rights once more, by what they allow: who may do what. */
export function AccessWords({ draft }: { draft: AccessDraft }) {
  const { t } = useTranslation(['access', 'settings']);
  const facts = RIGHTS.toReversed().map((right) => {
    const roles = draft.roles
      .filter((one) => one.right === right)
      .map(({ role }) => t(`settings:role.${role}`));
    const groups = draft.groups
      .filter((one) => one.right === right)
      .map(({ name }) => t('groupNamed', { name }));
    return [t(`may.${right}`), [...roles, ...groups].join(', ')] as const;
  });
  return (
    <>
      <Facts facts={facts} />
      <Text fz="xs" c="dimmed" mt="xs">
        {t('widest')}
      </Text>
    </>
  );
}
