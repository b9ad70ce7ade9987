import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility';
import { freshCode } from './support/authenticator';
import { askWithToken } from './support/api';
import { signInByApi } from './support/colleagues';
import { colleagueTest as test, expect } from './support/journey';
import { followMail } from './support/outbox';
import { fillPassword, typeCode } from './support/sign-in';

for (const path of ['/account', '/account/security', '/account/api-tokens']) {
  test(`${path} is accessible`, async ({ page, colleague }) => {
    expect(colleague.login).not.toBe('');
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });
}

test('my account is in the user menu', async ({ page, texts, colleague }) => {
  await page.getByRole('banner').getByRole('button').last().click();
  await page.getByRole('menuitem', { name: texts.app.menu.account }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: texts.account.profile.title }),
  ).toBeVisible();
  await expect(page.getByText(colleague.email)).toBeVisible();
});

test('a sensitive change asks for a code again, and what was typed stays when it is not given', async ({
  page,
  texts,
  colleague,
}) => {
  const { account, auth, app } = texts;
  // A code was shown at sign-in, minutes ago: here as if it were longer.
  let refusals = 2;
  await page.route('**/graphql', async (route) => {
    const isChange = (route.request().postData() ?? '').includes('mutation ChangeUsername');
    if (!isChange || refusals === 0) return route.fallback();
    refusals -= 1;
    const errors = [{ message: 'step up', extensions: { code: 'STEP_UP_REQUIRED' } }];
    return route.fulfill({ json: { data: null, errors } });
  });
  await page.goto('/account');
  await page.getByRole('button', { name: account.username.change }).click();
  const form = page.getByRole('dialog', { name: account.username.change });
  const username = `${colleague.login}.x`;
  await form.getByRole('textbox').fill(username);
  await form.getByRole('button', { name: account.username.save }).click();

  const question = page.getByRole('dialog', { name: auth.stepUp.title });
  await expect(question.getByRole('textbox').first()).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(form.getByRole('textbox')).toHaveValue(username);

  await form.getByRole('button', { name: account.username.save }).click();
  await expect(question.getByRole('button', { name: app.action.cancel })).toBeVisible();
  await page.keyboard.type(await freshCode(colleague.totpSecret));
  await expect(form).toBeHidden();
  await expect(page.getByText(username, { exact: true })).toBeVisible();
});

test('a new mail address counts once its link was used', async ({ page, texts, colleague }) => {
  const { account, auth } = texts;
  const email = `nieuw.${colleague.email}`;
  await page.goto('/account');
  await page.getByRole('button', { name: account.email.change }).click();
  await page.getByLabel(account.email.label).fill(email);
  await page.getByRole('button', { name: account.email.save }).click();
  await expect(page.getByText(account.email.pending)).toBeVisible();
  await expect(page.getByText(colleague.email, { exact: true })).toBeVisible();

  await followMail(page, texts, email);
  await expect(
    page.getByRole('heading', { level: 1, name: auth.confirmEmail.title }),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: auth.confirmEmail.submit }).click();
  await expect(page.getByText(auth.confirmEmail.done.replace('{{email}}', email))).toBeVisible();
  await page.goto('/account');
  await expect(page.getByText(email, { exact: true })).toBeVisible();
  await expect(page.getByText(account.email.pending)).toBeHidden();
});

test('a changed password ends the other sessions', async ({
  page,
  texts,
  colleague,
  browser,
  environment,
}) => {
  const { account } = texts;
  const other = await browser.newPage({ baseURL: environment.url, storageState: undefined });
  await other.goto('/sign-in');
  await signInByApi(other, colleague);
  await other.goto('/account');
  await expect(other.getByText(colleague.email)).toBeVisible();

  await page.goto('/account/security');
  await page.getByRole('button', { name: account.password.change }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel(account.password.current, { exact: true }).fill('helemaal fout');
  await form.getByLabel(texts.auth.newPassword.label, { exact: true }).fill('een andere lange zin');
  await form.getByRole('button', { name: account.password.change }).click();
  await expect(form.getByText(account.password.wrong)).toBeVisible();
  await expectAccessible(page);
  await form.getByLabel(account.password.current, { exact: true }).fill(colleague.password);
  await form.getByRole('button', { name: account.password.change }).click();
  await expect(form).toBeHidden();

  await other.reload();
  await expect(other).toHaveURL(/\/sign-in/);
  await other.close();
});

test('sessions elsewhere are seen and ended', async ({
  page,
  texts,
  colleague,
  browser,
  environment,
}) => {
  const { sessions } = texts.account;
  const other = await browser.newPage({ baseURL: environment.url, storageState: undefined });
  await other.goto('/sign-in');
  await signInByApi(other, colleague);

  await page.goto('/account/security');
  const rows = page.getByRole('list', { name: sessions.title }).getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await expect(rows.filter({ hasText: sessions.current })).toHaveCount(1);
  await page.getByRole('button', { name: sessions.end, exact: false }).first().click();
  await expect(rows).toHaveCount(1);
  await other.goto('/account');
  await expect(other).toHaveURL(/\/sign-in/);
  await other.close();
});

test('a new phone takes over while the old one still works', async ({ page, texts, colleague }) => {
  const { account, auth } = texts;
  await page.goto('/account/security');
  await page.getByRole('button', { name: account.app.newPhone }).click();
  const secret = await page.getByTestId('secret').innerText();
  expect(secret).not.toBe(colleague.totpSecret);
  await expectAccessible(page);
  await typeCode(page, await freshCode(secret));
  await expect(page.getByText(account.app.replaced)).toBeVisible();
  const kept = page.getByRole('checkbox', { name: auth.recovery.kept });
  if (await kept.isVisible()) {
    await kept.check();
    await page.getByRole('dialog').getByRole('button', { name: texts.app.action.close }).click();
  }

  await page.context().clearCookies();
  await page.goto('/sign-in');
  await fillPassword(page, texts, colleague);
  await typeCode(page, await freshCode(colleague.totpSecret));
  await expect(page.getByRole('alert')).toHaveText(texts.errors.user.INVALID_CODE);
  await typeCode(page, await freshCode(secret));
  await expect(page.getByRole('heading', { level: 1, name: texts.dashboard.title })).toBeVisible();
});

test('new recovery codes take the place of the old', async ({ page, texts, colleague }) => {
  const { recovery } = texts.account;
  await page.goto('/account/security');
  await expect(page.getByText(recovery.left_other.replace('{{count}}', '10'))).toBeVisible();
  await page.getByRole('button', { name: recovery.make }).click();
  await page.getByRole('dialog').getByRole('button', { name: recovery.make }).click();
  const list = page.getByRole('list', { name: texts.auth.recovery.sheet.title });
  await expect(list.locator('li')).toHaveCount(10);
  await expect(list).not.toContainText(colleague.recoveryCodes[0] ?? '');
  await expectAccessible(page);
  // The dialog stays until they were kept.
  await page.keyboard.press('Escape');
  await expect(list).toBeVisible();
  await page.getByRole('checkbox', { name: texts.auth.recovery.kept }).check();
  await page.getByRole('dialog').getByRole('button', { name: texts.app.action.close }).click();
  await expect(list).toBeHidden();
});

test('a passkey is added, used instead of a code, renamed and removed', async ({
  page,
  texts,
  colleague,
}) => {
  const { account, auth, app } = texts;
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto('/account/security');
  await page.getByRole('button', { name: account.passkeys.add }).click();
  await page.getByRole('textbox', { name: account.passkeys.name }).fill('Werkplek');
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: account.passkeys.add }).click();
  const rows = page.getByRole('list', { name: account.passkeys.title }).getByRole('listitem');
  await expect(rows).toContainText('Werkplek');

  await page.context().clearCookies();
  await page.goto('/sign-in');
  await fillPassword(page, texts, colleague);
  await page.getByRole('button', { name: auth.passkey.use }).click();
  await expect(page.getByRole('heading', { level: 1, name: texts.dashboard.title })).toBeVisible();

  await page.goto('/account/security');
  await rows.getByRole('button', { name: account.passkeys.rename }).click();
  await page.getByRole('textbox', { name: account.passkeys.name }).fill('Kantoor');
  await page.getByRole('dialog').getByRole('button', { name: app.action.save }).click();
  await expect(rows).toContainText('Kantoor');
  await rows.getByRole('button', { name: app.action.remove }).click();
  await page.getByRole('dialog').getByRole('button', { name: account.passkeys.remove }).click();
  await expect(rows).toHaveCount(0);
});

test('an API token reads what its owner may see until it is revoked', async ({
  page,
  texts,
  colleague,
  browser,
  environment,
}) => {
  const { tokens } = texts.account;
  expect(colleague.role).toBe('manager');
  await page.goto('/account/api-tokens');
  await page.getByRole('button', { name: tokens.make }).first().click();
  await page.getByLabel(tokens.name, { exact: true }).fill('Koppeling');
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: tokens.make }).click();
  const secret = await page.getByTestId('token').innerText();
  expect(secret).toMatch(/^wbg_/);
  await expectAccessible(page);
  await page.getByRole('button', { name: tokens.secretKept }).click();
  await expect(page.getByText(secret)).toBeHidden();

  const program = await browser.newPage({ baseURL: environment.url, storageState: undefined });
  await program.goto('/sign-in');
  const answer = await askWithToken(program, secret, '{ forms { key } }');
  expect(JSON.stringify(answer)).toContain('risks');

  const row = page.getByRole('list', { name: tokens.listTitle }).getByRole('listitem');
  await page.reload();
  await expect(row).toContainText('Koppeling');
  await expect(row).not.toContainText(tokens.unused);
  await row.getByRole('button', { name: tokens.revoke }).click();
  await page.getByRole('dialog').getByRole('button', { name: tokens.revoke }).click();
  await expect(row).toContainText(tokens.state.revoked);
  const refused = await askWithToken(program, secret, '{ forms { key } }');
  expect(JSON.stringify(refused)).toContain('UNAUTHENTICATED');
  await program.close();
});
