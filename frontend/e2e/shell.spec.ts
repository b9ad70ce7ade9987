import { freshCode } from './support/authenticator';
import { administratorTest as test, expect, userOf } from './support/journey';
import { chooseLanguage, fillPassword, signIn, typeCode } from './support/sign-in';

test('the search goes to a record by its number', async ({ page, texts }) => {
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: texts.app.search.label }).fill('ris 1');
  await page.getByRole('button', { name: /RIS-0001/ }).click();
  await expect(page).toHaveURL(/\/registers\/risks\/1$/);
});

test('the search goes to a register by its name', async ({ page, texts, language }) => {
  await page.getByRole('button', { name: texts.app.search.open }).click();
  const name = language === 'nl' ? 'Incidenten' : 'Incidents';
  await page.getByRole('textbox', { name: texts.app.search.label }).fill(name);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/registers\/incidents/);
});

test('every register is one click away, on a telephone two', async ({ page, texts, isMobile }) => {
  if (isMobile) await page.getByRole('button', { name: texts.app.shell.openMenu }).click();
  const menu = page.getByRole('navigation', { name: texts.app.shell.navigation });
  await menu.locator('a[href="/registers/assets"]').click();
  await expect(page).toHaveURL(/\/registers\/assets/);
  const current = menu.locator('a[aria-current="page"]');
  // Until the page is there, the one before is still current too.
  await expect(current).toHaveCount(1);
  await expect(current).toHaveAttribute('href', '/registers/assets');
});

test('language and theme can be changed anywhere, and are remembered', async ({
  page,
  texts,
  language,
  isMobile,
}) => {
  const openMenu = async (): Promise<void> => {
    if (isMobile) await page.getByRole('button', { name: /Menu openen|Open menu/ }).click();
  };
  const other = language === 'nl' ? 'en' : 'nl';
  await openMenu();
  await chooseLanguage(page, other);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', other);
  await openMenu();
  await chooseLanguage(page, language);

  for (const theme of ['dark', 'light', 'auto'] as const) {
    await page.getByRole('button', { name: texts.settings.theme.change }).click();
    await page.getByRole('menuitemradio', { name: texts.settings.theme[theme] }).click();
    if (theme !== 'auto') {
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
    }
  }
});

test('the dashboard leads to the records behind its figures', async ({ page, texts }) => {
  const matrix = page.getByRole('region', { name: texts.dashboard.risk.title });
  const cell = matrix.locator('svg a').first();
  await cell.click();
  // The cell itself, not its score: other cells have that score too.
  await expect(page).toHaveURL(/where=[^&]*any[^&]*[1-5]x[1-5]/);
});

test('an address that leads nowhere says so and leads on', async ({ page, texts }) => {
  await page.goto('/bestaat-niet');
  await expect(
    page.getByRole('heading', { level: 1, name: texts.app.notFound.title }),
  ).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: texts.app.notFound.toDashboard }).click();
  await expect(page.getByRole('heading', { level: 1, name: texts.dashboard.title })).toBeVisible();
});

test('a session that has ended leads to sign-in, says why, and leads back afterwards', async ({
  page,
  texts,
  environment,
}) => {
  // A page that asks for nothing more by itself: it is the click that finds the session gone.
  await page.goto('/account');
  const security = page.getByRole('main').locator('a[href="/account/security"]');
  await expect(security).toBeVisible();
  await page.waitForLoadState('networkidle');
  await page.context().clearCookies();
  await security.click();
  await expect(page.getByText(texts.auth.notice['session-ended'])).toBeVisible();
  const user = userOf(environment, 'administrator');
  await fillPassword(page, texts, user);
  await typeCode(page, await freshCode(user.totpSecret ?? ''));
  await expect(page).toHaveURL(/\/account\/security/);
});

test('signing out ends the session', async ({ page, texts, environment }) => {
  await page.context().clearCookies();
  await page.goto('/');
  await signIn(page, texts, userOf(environment, 'auditor'));
  await page.getByRole('banner').getByRole('button').last().click();
  // In the auditor's own language, which need not be this project's.
  await page.getByRole('menuitem', { name: /Afmelden|Sign out/ }).click();
  await expect(page.getByText(/U bent afgemeld|You are signed out/)).toBeVisible();
  await page.goto('/account');
  await expect(page).toHaveURL(/\/sign-in/);
});
