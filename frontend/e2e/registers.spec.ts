import type { Page } from '@playwright/test';

import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility';
import { administratorTest as test, expect } from './support/journey';
import {
  OWNER,
  choose,
  control,
  fillAsset,
  fillRisk,
  registerWords,
  write,
} from './support/record-form';
import type { Texts } from './support/texts';

const save = (page: Page, texts: Texts) =>
  page.getByRole('button', { name: texts.registers.edit.save, exact: true }).click();

const shown = (page: Page, title: string) =>
  expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();

test('a risk that refers to an asset is found from the asset, through its life', async ({
  page,
  texts,
  language,
}) => {
  const words = registerWords[language];

  await page.goto('/registers/assets/new');
  await fillAsset(page, words, { name: 'Kluis voor sleutels', owner: OWNER });
  await expectAccessible(page);
  await save(page, texts);
  await shown(page, 'Kluis voor sleutels');
  const assetAddress = page.url();
  await expect(page.getByText(texts.registers.record.notReferenced)).toBeVisible();

  await page.goto('/registers/risks/new');
  await fillRisk(page, words, {
    title: 'Sleutel raakt zoek',
    owner: OWNER,
    asset: 'Kluis voor sleutels',
  });
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.keyboard.press('Control+s');
  await shown(page, 'Sleutel raakt zoek');

  await page.getByRole('button', { name: texts.registers.status.change }).click();
  await page.getByRole('menuitem', { name: words.risk.nextStatus }).click();
  await expect(page.getByRole('heading', { level: 1 }).locator('..')).toContainText(
    words.risk.nextStatus,
  );
  await expect(page.getByText(texts.registers.history.kind.STATUS)).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await page.getByRole('link', { name: /Kluis voor sleutels/ }).click();
  await expect(page).toHaveURL(assetAddress);
  await page.getByRole('link', { name: /Sleutel raakt zoek/ }).click();
  await shown(page, 'Sleutel raakt zoek');
});

test('a form that is not ready says so at the field and puts the cursor there', async ({
  page,
  texts,
}) => {
  await page.goto('/registers/assets/new');
  await save(page, texts);
  const name = control(page, 'name').getByRole('textbox');
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription(new RegExp(texts.errors.user.REQUIRED));
  await expectAccessible(page);
});

test('leaving a form with changes asks first', async ({ page, texts }) => {
  await page.goto('/registers/assets/new');
  await write(page, 'name', 'Half af');
  await page.getByRole('button', { name: texts.registers.edit.cancel }).click();
  const question = page.getByRole('dialog', { name: texts.registers.edit.leave.title });
  await expect(question).toBeVisible();
  await expectAccessible(page);
  await question.getByRole('button', { name: texts.app.action.cancel }).click();
  await expect(control(page, 'name').getByRole('textbox')).toHaveValue('Half af');
  await page.getByRole('button', { name: texts.registers.edit.cancel }).click();
  await question.getByRole('button', { name: texts.registers.edit.leave.confirm }).click();
  await expect(page).toHaveURL(/\/registers\/assets$/);
});

test('filters, sort and columns are in the address and come back with it', async ({
  page,
  texts,
  isMobile,
}) => {
  const { list, filter, columns } = texts.registers;
  await page.goto('/registers/assets');
  await expect(page.getByRole('status').filter({ hasText: /1–25/ })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await page.getByRole('button', { name: list.status, exact: true }).first().click();
  const statuses = page.getByRole('dialog', { name: list.status });
  await statuses.getByRole('checkbox').nth(1).check();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/status=in_use/);

  await page.getByRole('button', { name: filter.button, exact: true }).click();
  await page.getByRole('textbox', { name: filter.chooseField }).fill('RTO');
  await page.getByRole('button', { name: /RTO/ }).click();
  await page.getByRole('textbox', { name: filter.from }).fill('1');
  await page.getByRole('button', { name: filter.apply }).click();
  await expect(page).toHaveURL(/where=rto_hours/);
  const chips = page.getByRole('group', { name: filter.active });
  await expect(chips).toContainText('RTO');
  await expectAccessible(page);

  if (!isMobile) {
    await page.getByRole('columnheader', { name: list.status }).getByRole('button').click();
    await expect(page.getByRole('columnheader', { name: list.status })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
    await page.getByRole('button', { name: columns.button }).click();
    await page.getByRole('checkbox', { name: list.created }).check();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('columnheader', { name: list.created })).toBeVisible();
  }
  await page.reload();
  await expect(chips).toContainText('RTO');
  if (!isMobile) {
    await expect(page.getByRole('columnheader', { name: list.created })).toBeVisible();
  }

  await chips.getByRole('button', { name: filter.clearAll }).click();
  await expect(page).not.toHaveURL(/where=|status=/);
  await page.goBack();
  await expect(page).toHaveURL(/where=rto_hours/);

  await page.getByRole('searchbox', { name: list.search }).fill('bestaat nergens');
  await expect(page.getByText(list.nothingFound.title)).toBeVisible();
  await expectAccessible(page);
});

test('pages go forwards and back', async ({ page, texts }) => {
  const { pager } = texts.app;
  await page.goto('/registers/assets');
  const range = page.getByRole('status').filter({ hasText: /\d–\d/ });
  await expect(range).toContainText('1–25');
  await page.getByRole('button', { name: pager.next, exact: true }).click();
  await expect(range).toContainText('26–');
  await page.getByRole('button', { name: pager.previous, exact: true }).click();
  await expect(range).toContainText('1–25');
});

test('the list can be walked with the keyboard', async ({ page, isMobile }) => {
  await page.goto('/registers/risks');
  const list = isMobile ? page.locator('main ul[aria-label]') : page.locator('main tbody');
  await expect(list.getByRole('link').first()).toBeVisible();
  await list.getByRole('link').first().focus();
  if (isMobile) {
    // Past the box that picks the card.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
  } else await page.keyboard.press('ArrowDown');
  await expect(list.getByRole('link').nth(1)).toBeFocused();
  const title = (await list.getByRole('link').nth(1).textContent()) ?? '';
  await page.keyboard.press('Enter');
  await shown(page, title);
});

test('two people at the same record lose nothing', async ({ page, texts, language, context }) => {
  const words = registerWords[language];
  await page.goto('/registers/assets/1/edit');
  await write(page, 'location', 'Vestiging Dalfsen');
  await write(page, 'supplier', 'Mijn leverancier');

  const colleague = await context.newPage();
  await colleague.goto('/registers/assets/1/edit');
  await write(colleague, 'location', 'Vestiging Ommen');
  await write(colleague, 'identifier', 'Kenmerk van een collega');
  await save(colleague, texts);
  await expect(colleague).toHaveURL(/\/registers\/assets\/1$/);
  await colleague.close();

  await choose(page, 'availability', words.asset.level);
  await save(page, texts);
  const dialog = page.getByRole('dialog', { name: texts.registers.conflict.title });
  await expect(dialog).toContainText('Vestiging Dalfsen');
  await expect(dialog).toContainText('Vestiging Ommen');
  await expectAccessible(page);
  await dialog.getByRole('radio', { name: /Vestiging Ommen/ }).check();
  await dialog.getByRole('button', { name: texts.registers.conflict.save }).click();

  await expect(page).toHaveURL(/\/registers\/assets\/1$/);
  const main = page.getByRole('main');
  await expect(main.getByText('Vestiging Ommen').first()).toBeVisible();
  await expect(main.getByText('Kenmerk van een collega').first()).toBeVisible();
  await expect(main.getByText('Mijn leverancier').first()).toBeVisible();
});

test('what does not exist says so and leads on', async ({ page, texts }) => {
  await page.goto('/registers/risks/99999');
  await shown(page, texts.registers.unknown.recordTitle);
  await expectAccessible(page);
  await page.goto('/registers/nergens');
  await shown(page, texts.registers.unknown.title);
});
