import type { Page } from '@playwright/test';

import { ask } from './api';
import { earlyCode, freshCode } from './authenticator';
import type { DemoEnvironment, DemoUser } from './demo-server';

/** Somebody made for one journey, so that journeys do not get in each other's way. */
export interface Colleague extends DemoUser {
  totpSecret: string;
  displayName: string;
  email: string;
  recoveryCodes: string[];
}

export type Invited = Pick<Colleague, 'displayName' | 'email' | 'login' | 'role'>;

const PASSWORD = 'een zin die niemand raadt';

/** Signs the page in as somebody who has set up the second factor, without going by the screens. */
export async function signInByApi(page: Page, user: DemoUser): Promise<void> {
  const { signIn } = await ask<{ signIn: { ticket: string } }>(
    page,
    'mutation ($input: SignInInput!) { signIn(input: $input) { ticket } }',
    { input: { login: user.login, password: user.password } },
  );
  await ask(
    page,
    'mutation ($input: VerifySecondFactorInput!) { verifySecondFactor(input: $input) { userErrors { code } } }',
    { input: { ticket: signIn.ticket, code: await freshCode(user.totpSecret ?? '') } },
  );
}

let made = 0;

/** Invites somebody; `administrator` is a page of an administrator who is signed in. */
export async function invite(
  administrator: Page,
  { language, role = 'MANAGER' }: { language: 'nl' | 'en'; role?: 'MANAGER' | 'EMPLOYEE' },
): Promise<Invited> {
  made += 1;
  const login = `sanne.${Date.now().toString(36)}.${made}`;
  const invited = {
    displayName: `Sanne de Wit ${made}`,
    email: `${login}@zorgpunt.example`,
    login,
    role: role.toLowerCase(),
  };
  const { displayName, email } = invited;
  const input = { displayName, email, username: login, role, locale: language.toUpperCase() };
  const { inviteUser } = await ask<{ inviteUser: { userErrors: { code: string }[] } }>(
    administrator,
    'mutation ($input: InviteUserInput!) { inviteUser(input: $input) { userErrors { code path } } }',
    { input },
  );
  if (inviteUser.userErrors.length > 0) throw new Error(JSON.stringify(inviteUser.userErrors));
  return invited;
}

/** Accepts an invitation in a page, which is signed in afterwards. */
export async function accept(page: Page, invited: Invited): Promise<Colleague> {
  const link = await linkFor(page, invited.email);
  const token = new URL(link).searchParams.get('token') ?? '';
  const { acceptInvitation } = await ask<{ acceptInvitation: { ticket: string } }>(
    page,
    'mutation ($input: ChoosePasswordInput!) { acceptInvitation(input: $input) { ticket userErrors { code } } }',
    { input: { token, password: PASSWORD } },
  );
  const { ticket } = acceptInvitation;
  const begun = await ask<{
    beginSecondFactorEnrollment: { enrollment: { secret: string } };
  }>(
    page,
    'mutation ($input: BeginSecondFactorEnrollmentInput!) { beginSecondFactorEnrollment(input: $input) { enrollment { secret } } }',
    { input: { ticket } },
  );
  const totpSecret = begun.beginSecondFactorEnrollment.enrollment.secret;
  const confirmed = await ask<{
    confirmSecondFactorEnrollment: { recoveryCodes: string[] };
  }>(
    page,
    'mutation ($input: ConfirmSecondFactorEnrollmentInput!) { confirmSecondFactorEnrollment(input: $input) { recoveryCodes userErrors { code } } }',
    { input: { ticket, code: earlyCode(totpSecret) } },
  );
  const { recoveryCodes } = confirmed.confirmSecondFactorEnrollment;
  return { ...invited, password: PASSWORD, totpSecret, recoveryCodes };
}

/** The link in the newest mail to an address. */
async function linkFor(page: Page, email: string): Promise<string> {
  const { outbox } = await ask<{ outbox: { nodes: { to: string; text: string }[] } }>(
    page,
    '{ outbox(first: 50) { nodes { to text } } }',
  );
  const mail = outbox.nodes.find(({ to }) => to.includes(email));
  const link = /https?:\/\/\S+token=[\w.~-]+/.exec(mail?.text ?? '')?.[0];
  if (!link) throw new Error(`no mail with a link to ${email}`);
  return link;
}

/** A page of the environment's administrator, for the whole worker. */
export async function administratorPage(
  newPage: () => Promise<Page>,
  environment: DemoEnvironment,
): Promise<Page> {
  const administrator = environment.users.find(({ role }) => role === 'administrator');
  if (!administrator) throw new Error(`${environment.host} has no administrator`);
  const page = await newPage();
  await page.goto(`${environment.url}/sign-in`);
  await signInByApi(page, administrator);
  return page;
}
