import { freshCode, wrongCode } from './support/authenticator';
import { expect, userOf, visitorTest as test } from './support/journey';
import { chooseLanguage, fillPassword, signIn, typeCode } from './support/sign-in';

test('a user signs in with a password and a code', async ({ page, texts, environment }) => {
  await expect(page.getByText(environment.name)).toBeVisible();
  await signIn(page, texts, userOf(environment, 'manager'));
  await expect(page.getByRole('banner').getByText(environment.name)).toBeVisible();
});

test('nothing is shown to someone who is not signed in, and afterwards they are where they were going', async ({
  page,
  texts,
  environment,
}) => {
  await page.goto('/account');
  await expect(page).toHaveURL(/\/sign-in\?returnTo=/);
  const user = userOf(environment, 'manager');
  await fillPassword(page, texts, user);
  await typeCode(page, await freshCode(user.totpSecret ?? ''));
  await expect(page).toHaveURL(/\/account$/);
  await expect(page.getByText(user.login, { exact: true })).toBeVisible();
});

test('a wrong password is refused without telling which of the two was wrong', async ({
  page,
  texts,
  environment,
}) => {
  const user = userOf(environment, 'employee');
  await fillPassword(page, texts, { ...user, password: 'fout' });
  await expect(page.getByRole('alert')).toHaveText(texts.errors.user.INVALID_CREDENTIALS);
  await fillPassword(page, texts, { ...user, login: 'niemand' });
  await expect(page.getByRole('alert')).toHaveText(texts.errors.user.INVALID_CREDENTIALS);
});

test('a wrong code is refused, and the right one then works', async ({
  page,
  texts,
  environment,
}) => {
  const user = userOf(environment, 'manager');
  await fillPassword(page, texts, user);
  await typeCode(page, wrongCode(user.totpSecret ?? ''));
  await expect(page.getByRole('alert')).toHaveText(texts.errors.user.INVALID_CODE);
  await expect(page.getByRole('textbox').first()).toBeFocused();
  await typeCode(page, await freshCode(user.totpSecret ?? ''));
  await expect(page.getByRole('heading', { level: 1, name: texts.dashboard.title })).toBeVisible();
});

test('reloading between password and code means starting again', async ({
  page,
  texts,
  environment,
}) => {
  await fillPassword(page, texts, userOf(environment, 'manager'));
  await expect(page.getByRole('heading', { level: 1, name: texts.auth.code.title })).toBeVisible();
  await page.reload();
  await expect(
    page.getByRole('heading', { level: 1, name: texts.auth.password.title }),
  ).toBeVisible();
});

test('empty fields are pointed out before anything is sent', async ({ page, texts }) => {
  await page.getByRole('button', { name: texts.auth.password.submit }).click();
  await expect(page.getByText(texts.auth.password.loginRequired)).toBeVisible();
  await expect(page.getByText(texts.auth.password.passwordRequired)).toBeVisible();
});

test('the password can be shown and hidden', async ({ page, texts }) => {
  const field = page.getByLabel(texts.auth.password.password, { exact: true });
  await field.fill('geheim');
  await page.getByRole('button', { name: texts.auth.password.show }).click();
  await expect(field).toHaveAttribute('type', 'text');
  await page.getByRole('button', { name: texts.auth.password.hide }).click();
  await expect(field).toHaveAttribute('type', 'password');
});

test('a user signs in with the keyboard alone', async ({ page, texts, environment }) => {
  const user = userOf(environment, 'manager');
  await expect(page.getByLabel(texts.auth.password.login)).toBeVisible();
  await page.reload();
  // The cursor is in the first field already.
  await expect(page.getByLabel(texts.auth.password.login)).toBeFocused();
  await page.keyboard.type(user.login);
  await page.keyboard.press('Tab');
  await page.keyboard.type(user.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox').first()).toBeFocused();
  await page.keyboard.type(await freshCode(user.totpSecret ?? ''));
  await expect(page.getByRole('heading', { level: 1, name: texts.dashboard.title })).toBeVisible();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: texts.app.shell.skip });
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#content')).toBeFocused();
});

test('the language chosen at sign-in stays chosen', async ({
  page,
  texts,
  language,
  environment,
}) => {
  await chooseLanguage(page, language === 'nl' ? 'en' : 'nl');
  await chooseLanguage(page, language);
  await signIn(page, texts, userOf(environment, 'auditor'));
  await page.evaluate(() => {
    localStorage.clear();
  });
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: texts.dashboard.title })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
});
