import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility';
import { administratorTest, expect, userOf, visitorTest } from './support/journey';
import { fillPassword } from './support/sign-in';

visitorTest('the sign-in page is accessible, with its errors too', async ({ page, texts }) => {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: texts.auth.password.submit }).click();
  await expect(page.getByText(texts.auth.password.loginRequired)).toBeVisible();
  await expectAccessible(page);
});

visitorTest('the code page is accessible', async ({ page, texts, environment }) => {
  await fillPassword(page, texts, userOf(environment, 'viewer'));
  await expect(page.getByRole('heading', { level: 1, name: texts.auth.code.title })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

const PAGES = ['/', '/account', '/bestaat-niet'];

for (const path of PAGES) {
  administratorTest(`${path} is accessible`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });
}

administratorTest('the search is accessible', async ({ page, texts }) => {
  // The keys are listened to once the page is whole.
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('textbox', { name: texts.app.search.label })).toBeVisible();
  await expectAccessible(page);
});

administratorTest('the user menu is accessible', async ({ page, texts }) => {
  await page.getByRole('banner').getByRole('button').last().click();
  await expect(page.getByRole('menuitem', { name: texts.app.shell.signOut })).toBeVisible();
  await expectAccessible(page);
});
