import { SettingsPage } from '@/design';

import { AccountHeader } from './AccountHeader';
import { AuthenticatorSection } from './AuthenticatorSection';
import { PasskeysSection } from './PasskeysSection';
import { PasswordSection } from './PasswordSection';
import { RecoveryCodesSection } from './RecoveryCodesSection';
import { SessionsSection } from './SessionsSection';
import { useMyAccount } from './account-documents';

/** How one signs in, and where one is signed in. */
export function SecurityPage() {
  const { account, recoveryCodesLeft } = useMyAccount();
  const { username } = account.user;
  return (
    <SettingsPage header={<AccountHeader page="security" />}>
      <PasswordSection username={username} />
      <AuthenticatorSection username={username} />
      <RecoveryCodesSection username={username} left={recoveryCodesLeft} />
      <PasskeysSection />
      <SessionsSection />
    </SettingsPage>
  );
}
