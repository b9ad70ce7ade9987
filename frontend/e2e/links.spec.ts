import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility';
import { freshCode } from './support/authenticator';
import { accept, invite } from './support/colleagues';
import { expect, visitorTest as test } from './support/journey';
import { followMail, openMail } from './support/outbox';
import { fillPassword, typeCode } from './support/sign-in';

const PASSWORD = 'vier woorden zijn genoeg';

test('somebody new signs in by the invitation, sets up 2FA and keeps the recovery codes', async ({
  page,
  texts,
  language,
  environment,
  administrator,
}) => {
  const { auth } = texts;
  const invited = await invite(administrator, { language, role: 'EMPLOYEE' });

  // The mail, and the link in it.
  await page.goto('/sign-in');
  await page.getByRole('link', { name: auth.password.outbox }).click();
  await expect(page.getByText(invited.email).first()).toBeVisible();
  await openMail(page, texts, invited.email);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await followMail(page, texts, invited.email);
  const invitation = page.url();

  // A password: not too short, and not one's own name.
  const welcome = auth.invitation.title.replace('{{name}}', invited.displayName);
  await expect(page.getByRole('heading', { level: 1, name: welcome })).toBeVisible();
  await expect(page.getByLabel(auth.newPassword.username)).toHaveValue(invited.login);
  await expect(page.getByText(environment.name).first()).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  const password = page.getByLabel(auth.newPassword.label, { exact: true });
  const onwards = page.getByRole('button', { name: auth.invitation.submit });
  await password.fill('te kort');
  await onwards.click();
  await expect(page.locator('[class*="error"]').filter({ hasText: '12' }).first()).toBeVisible();
  await password.fill(`${invited.login} 2026`);
  await onwards.click();
  await expect(page.getByText(texts.errors.user.PASSWORD_PERSONAL)).toBeVisible();
  await password.fill(PASSWORD);
  await onwards.click();

  // 2FA, word for word as it is explained: activate, app, QR code or unique ID, 6-digit code.
  await expect(page.getByRole('heading', { level: 1, name: auth.enrollment.title })).toBeVisible();
  await page.getByRole('button', { name: auth.enrollment.start }).click();
  await expect(page.getByRole('img', { name: new RegExp(invited.login) })).toBeVisible();
  const secret = await page.getByTestId('secret').innerText();
  await typeCode(page, await freshCode(secret));

  // Recovery codes: nobody goes on without keeping them.
  await expect(
    page.getByRole('heading', { level: 1, name: auth.recovery.new.title }),
  ).toBeVisible();
  await expect(
    page.getByRole('list', { name: auth.recovery.sheet.title }).locator('li'),
  ).toHaveCount(10);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  const toApp = page.getByRole('button', { name: auth.recovery.new.continue });
  await expect(toApp).toBeDisabled();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: auth.recovery.download }).click();
  expect((await downloading).suggestedFilename()).toMatch(/^waarborg-.*\.txt$/);
  await page.getByRole('checkbox', { name: auth.recovery.kept }).check();
  await toApp.click();
  await expect(page.getByRole('heading', { level: 1, name: texts.dashboard.title })).toBeVisible();

  // The link was good once.
  await page.goto(invitation);
  await expect(page.getByRole('heading', { level: 1, name: auth.link.gone.title })).toBeVisible();
  await expect(page.getByText(auth.link.gone.way.INVITATION)).toBeVisible();
  await expectAccessible(page);
});

test('a forgotten password is replaced by a link, and 2FA stays', async ({
  page,
  texts,
  language,
  administrator,
}) => {
  const { auth } = texts;
  const colleague = await accept(page, await invite(administrator, { language }));
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await page.getByRole('link', { name: auth.password.forgotten }).click();
  await expect(page.getByRole('heading', { level: 1, name: auth.forgotten.title })).toBeVisible();
  await expectAccessible(page);

  // The same answer, whether there is such an account or not.
  for (const login of ['niemand-hier', colleague.login]) {
    await page.goto('/forgot-password');
    await page.getByLabel(auth.password.login).fill(login);
    await page.getByRole('button', { name: auth.forgotten.submit }).click();
    await expect(page.getByRole('status')).toContainText(auth.forgotten.askedDetail);
  }
  await expectAccessible(page);

  await followMail(page, texts, colleague.email);
  const link = page.url();
  await expect(page.getByRole('heading', { level: 1, name: auth.reset.title })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByLabel(auth.newPassword.label, { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: auth.reset.submit }).click();
  await expect(page.getByText(auth.notice['password-changed'])).toBeVisible();

  await fillPassword(page, texts, colleague);
  await expect(page.getByRole('alert')).toHaveText(texts.errors.user.INVALID_CREDENTIALS);
  await fillPassword(page, texts, { ...colleague, password: PASSWORD });
  await typeCode(page, await freshCode(colleague.totpSecret));
  await expect(page.getByRole('heading', { level: 1, name: texts.dashboard.title })).toBeVisible();

  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1, name: auth.link.gone.title })).toBeVisible();
  await page.getByRole('link', { name: auth.link.gone.again }).click();
  await expect(page.getByRole('heading', { level: 1, name: auth.forgotten.title })).toBeVisible();
});

test('someone without their phone signs in with a recovery code, once', async ({
  page,
  texts,
  language,
  administrator,
}) => {
  const { auth } = texts;
  const colleague = await accept(page, await invite(administrator, { language }));
  const [code = ''] = colleague.recoveryCodes;
  const signInWithIt = async () => {
    await page.context().clearCookies();
    await page.goto('/sign-in');
    await fillPassword(page, texts, colleague);
    await page.getByRole('button', { name: auth.recovery.use }).click();
    await page.getByLabel(auth.recovery.label).fill(code.toLowerCase().replaceAll('-', ' '));
    await expectAccessible(page);
    await page.getByRole('button', { name: auth.code.submit }).click();
  };

  await signInWithIt();
  await expect(page.getByRole('heading', { level: 1, name: texts.dashboard.title })).toBeVisible();
  await expect(page.getByText(auth.recovery.used_other.replace('{{count}}', '9'))).toBeVisible();

  await signInWithIt();
  await expect(page.getByText(auth.recovery.wrong)).toBeVisible();
});
