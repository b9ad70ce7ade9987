import { Anchor, Button, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { PageTitle } from '@/design';
import type { AccountLinkPurpose } from '@/graphql';

/** The link was used before, is too old, or was replaced by a newer one: the ways on. */
export function LinkGone({ purpose }: { purpose: AccountLinkPurpose }) {
  const { t } = useTranslation('auth');
  return (
    <Stack gap="md" align="flex-start">
      <PageTitle>{t('link.gone.title')}</PageTitle>
      <Text>{t('link.gone.why')}</Text>
      <Text>{t(`link.gone.way.${purpose}`)}</Text>
      {purpose === 'PASSWORD_RESET' && (
        <Button size="md" renderRoot={(props) => <Link {...props} to="/forgot-password" />}>
          {t('link.gone.again')}
        </Button>
      )}
      <ToSignIn />
    </Stack>
  );
}

export function ToSignIn() {
  const { t } = useTranslation('auth');
  return (
    <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/sign-in" />}>
      {t('link.toSignIn')}
    </Anchor>
  );
}
