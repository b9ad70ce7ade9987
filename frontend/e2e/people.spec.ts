import { fileURLToPath } from 'node:url';

import type { Page } from '@playwright/test';

import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility';
import { freshCode } from './support/authenticator';
import { administratorTest as test, expect } from './support/journey';
import { employeeElsewhere, otherBrowser } from './support/other-browser';
import { field } from './support/field';
import { followMail } from './support/outbox';
import { fillPassword, typeCode } from './support/sign-in';
import { type Texts, fill } from './support/texts';

const PASSWORD = 'vier woorden zijn genoeg';
const fixture = (name: string) => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));

async function openPerson(page: Page, { people }: Texts, login: string): Promise<void> {
  await page.goto(`/people?q=${login}`);
  await page.getByRole('table', { name: people.title }).getByRole('link').first().click();
  await expect(page.getByText(people.person.facts)).toBeVisible();
}

test('somebody is invited, chooses a password, sets up 2FA and is seen as active', async ({
  page,
  texts,
  environment,
  language,
}) => {
  const { people, auth } = texts;
  const login = `eva.${Date.now().toString(36)}`;
  const email = `${login}@zorgpunt.example`;
  await page.goto('/people');
  await expect(page.getByRole('table', { name: people.title })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('link', { name: people.invite.button, exact: true }).click();
  await page.getByRole('button', { name: people.invite.submit }).click();
  await expect(page.getByText(texts.errors.user.REQUIRED).first()).toBeVisible();
  await expectAccessible(page);

  await field(page, people.field.displayName).fill('Eva van Dijk');
  await expect(field(page, people.field.username)).toHaveValue('eva.vandijk');
  await field(page, people.field.username).fill(login);
  await field(page, people.field.email).fill(email);
  await page.getByRole('radio', { name: people.sendNow.later }).check();
  await page.getByRole('button', { name: people.invite.submitLater }).click();

  // The invitation goes out later, when access is due.
  await expect(page.getByRole('heading', { level: 1, name: 'Eva van Dijk' })).toBeVisible();
  await expect(page.getByText(people.list.notInvitedYet)).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: people.invite.send }).click();
  await expect(page.getByRole('button', { name: people.invite.again })).toBeVisible();

  const eva = await otherBrowser(page, environment.url, language);
  await followMail(eva, texts, email);
  await eva.getByLabel(auth.newPassword.label, { exact: true }).fill(PASSWORD);
  await eva.getByRole('button', { name: auth.invitation.submit }).click();
  await eva.getByRole('button', { name: auth.enrollment.start }).click();
  const secret = await eva.getByTestId('secret').innerText();
  await typeCode(eva, await freshCode(secret));
  await expect(eva.getByRole('heading', { name: auth.recovery.new.title })).toBeVisible();
  await eva.context().close();

  await page.goto(`/people?q=${login}`);
  const row = page.getByRole('row', { name: /Eva van Dijk/ });
  await expect(row).toContainText(people.status.ACTIVE);
  await expect(row).toContainText(people.factor.yes);
});

test('a colleague switches off 2FA, and it must be set up again at the next sign-in', async ({
  page,
  texts,
  environment,
  language,
  administrator,
}) => {
  const { people, auth } = texts;
  const { theirs, colleague } = await employeeElsewhere(page, {
    administrator,
    environment,
    language,
  });
  await theirs.goto('/');
  await expect(theirs.getByRole('heading', { name: texts.dashboard.title })).toBeVisible();

  await openPerson(page, texts, colleague.login);
  await page.getByRole('button', { name: people.reset.button }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(people.reset.means.next);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: people.reset.confirm }).click();
  await expect(page.getByText(people.factor.no, { exact: true })).toBeVisible();

  // Signed out at once; the password alone opens nothing but the set-up.
  await theirs.goto('/');
  await expect(theirs).toHaveURL(/\/sign-in/);
  await fillPassword(theirs, texts, colleague);
  await expect(
    theirs.getByRole('heading', { level: 1, name: auth.enrollment.title }),
  ).toBeVisible();
  const second = await theirs.context().newPage();
  await second.goto('/people');
  await expect(second).toHaveURL(/\/sign-in/);
  await second.close();
  await theirs.getByRole('button', { name: auth.enrollment.start }).click();
  const secret = await theirs.getByTestId('secret').innerText();
  expect(secret.replaceAll(' ', '')).not.toBe(colleague.totpSecret.replaceAll(' ', ''));
  await typeCode(theirs, await freshCode(secret));
  await expect(theirs.getByRole('heading', { name: auth.recovery.new.title })).toBeVisible();
  await theirs.context().close();
});

test('somebody who leaves is archived and cannot get in, and comes back', async ({
  page,
  texts,
  environment,
  language,
  administrator,
}) => {
  const { people } = texts;
  const { theirs, colleague } = await employeeElsewhere(page, {
    administrator,
    environment,
    language,
  });

  await openPerson(page, texts, colleague.login);
  await page.getByRole('button', { name: people.archive.button, exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText(
    fill(people.archive.nothingOpen, { name: colleague.displayName }),
  );
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: people.archive.confirm }).click();
  const heading = page.getByRole('heading', { level: 1 }).locator('..');
  await expect(heading).toContainText(people.status.ARCHIVED);
  await theirs.goto('/');
  await expect(theirs).toHaveURL(/\/sign-in/);
  await fillPassword(theirs, texts, colleague);
  await expect(theirs.getByRole('alert')).toHaveText(texts.errors.user.INVALID_CREDENTIALS);
  await theirs.context().close();

  await page.getByRole('button', { name: people.restore.button }).click();
  await page.getByRole('dialog').getByRole('button', { name: people.restore.confirm }).click();
  await expect(heading).not.toContainText(people.status.ARCHIVED);
});

test('many people come in from a workbook, all of them or nobody', async ({ page, texts }) => {
  const { people, importing } = texts;
  await page.goto('/people/import');
  await expect(page.getByRole('link', { name: people.bulk.downloadTemplate })).toBeVisible();
  await expectAccessible(page);
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: people.bulk.downloadTemplate }).click();
  expect((await downloading).suggestedFilename()).toMatch(/\.xlsx$/);

  await page.locator('input[type="file"]').setInputFiles(fixture('people-with-errors.xlsx'));
  const errors = page.getByRole('table', { name: importing.errors.list });
  await expect(errors.getByRole('row', { name: /3 B/ })).toContainText(
    texts.errors.user.INVALID_EMAIL,
  );
  await expect(errors.getByRole('row', { name: /3 D/ })).toContainText('Keizer');
  await expect(page.getByRole('button', { name: /klaarzetten|Prepare/ })).toBeDisabled();
  await expectAccessible(page);
  await page.getByRole('button', { name: importing.back, exact: true }).click();

  await page.locator('input[type="file"]').setInputFiles(fixture('people.xlsx'));
  await expect(page.getByText(fill(people.bulk.sound_other, { count: 3 }))).toBeVisible();
  await expect(page.getByRole('row', { name: /Ids de Jong/ })).toContainText(
    texts.settings.role.VIEWER,
  );
  await expectAccessible(page);
  await page.getByRole('button', { name: fill(people.bulk.make_other, { count: 3 }) }).click();
  await expect(page.getByText(fill(people.bulk.done_other, { count: 3 }))).toBeVisible();
  await page.getByRole('link', { name: people.bulk.toPeople }).click();
  await expect(page.getByRole('row', { name: /Jet Visser/ })).toContainText(people.status.INVITED);
});

test('the list is narrowed in the address, and on the way back', async ({ page, texts }) => {
  const { people, settings } = texts;
  await page.goto('/people');
  const table = page.getByRole('table', { name: people.title });
  await page.getByRole('button', { name: people.list.role, exact: true }).click();
  await page.getByRole('checkbox', { name: settings.role.AUDITOR }).check();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/role=auditor/);
  await expect(table.getByRole('row').nth(1)).toContainText(settings.role.AUDITOR);
  await expect(table).not.toContainText(settings.role.EMPLOYEE);
  await page.getByRole('searchbox', { name: people.list.search }).fill('bestaat nergens');
  await expect(page.getByText(people.list.nobody.title)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: people.list.clearFilters }).click();
  await expect(table).toContainText(settings.role.EMPLOYEE);
});
