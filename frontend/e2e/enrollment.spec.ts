import { freshCode } from './support/authenticator';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility';
import { expect, newcomerOf, visitorTest as test } from './support/journey';
import { fillPassword, typeCode } from './support/sign-in';

test('at the first sign-in a user sets up the second factor, and nothing else can be reached before', async ({
  page,
  texts,
  environment,
}) => {
  const newcomer = newcomerOf(environment);
  await fillPassword(page, texts, newcomer);
  const title = page.getByRole('heading', { level: 1, name: texts.auth.enrollment.title });
  await expect(title).toBeVisible();
  await expectAccessible(page);

  const other = await page.context().newPage();
  await other.goto('/');
  await expect(other).toHaveURL(/\/sign-in/);
  await other.close();

  await page.getByRole('button', { name: texts.auth.enrollment.start }).click();
  await expect(page.getByRole('img', { name: new RegExp(newcomer.login) })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  // The secret is read from the page, as someone does who cannot scan.
  const secret = await page.getByTestId('secret').innerText();
  expect(secret).toMatch(/^([A-Z2-7]{1,4} )+[A-Z2-7]{1,4}$/);
  await typeCode(page, await freshCode(secret));
  await page.getByRole('checkbox', { name: texts.auth.recovery.kept }).check();
  await page.getByRole('button', { name: texts.auth.recovery.new.continue }).click();
  await expect(page.getByRole('heading', { level: 1, name: texts.dashboard.title })).toBeVisible();

  await page.context().clearCookies();
  await page.goto('/');
  await fillPassword(page, texts, newcomer);
  await expect(page.getByRole('heading', { level: 1, name: texts.auth.code.title })).toBeVisible();
  await typeCode(page, await freshCode(secret));
  await expect(page.getByRole('heading', { level: 1, name: texts.dashboard.title })).toBeVisible();
});
