import type { Page } from '@playwright/test';

import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility';
import { ask } from './support/api';
import { administratorTest as test, expect } from './support/journey';
import { control } from './support/record-form';
import { type Texts, fill } from './support/texts';

interface Made {
  number: number;
  code: string;
  title: string;
}

/** A record of a journey's own: a copy of the register's first one. */
async function copyOfFirst(page: Page, formKey = 'assets'): Promise<Made> {
  const { recordByNumber } = await ask<{ recordByNumber: { id: string } }>(
    page,
    'query ($formKey: String!) { recordByNumber(formKey: $formKey, number: 1) { id } }',
    { formKey },
  );
  const { duplicateRecord } = await ask<{ duplicateRecord: { record: Made } }>(
    page,
    'mutation ($input: DuplicateRecordInput!) { duplicateRecord(input: $input) { record { number code title } } }',
    { input: { id: recordByNumber.id } },
  );
  return duplicateRecord.record;
}

async function fromMenu(page: Page, texts: Texts, item: string): Promise<void> {
  await page.getByRole('button', { name: texts.records.menu.more }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

test('people talk at a record, and name each other', async ({ page, texts }) => {
  const { comments } = texts.records;
  const { number } = await copyOfFirst(page);
  await page.goto(`/registers/assets/${number}`);
  await page.getByRole('button', { name: comments.prompt }).click();
  const editor = page.getByRole('textbox', { name: comments.newLabel });
  await editor.pressSequentially('Wat vindt u, @Joost');
  await expect(page.getByRole('option', { name: 'Joost Hekman' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await editor.pressSequentially('van dit middel?');
  await page.keyboard.press('Control+Enter');

  const talk = page.getByRole('region', { name: fill(comments.title_one, { count: 1 }) });
  const said = talk.getByRole('listitem').first();
  await expect(said).toContainText('Wat vindt u, @Joost Hekman van dit middel?');
  await expectAccessible(page);

  await said
    .getByRole('button', { name: fill(comments.editOf, { name: 'Annelies Kuiper' }) })
    .click();
  await page
    .getByRole('textbox', { name: comments.editLabel })
    .pressSequentially(' Graag vandaag.');
  await page.getByRole('link', { name: texts.app.shell.home }).click();
  const question = page.getByRole('dialog', { name: comments.leave.title });
  await expect(question).toBeVisible();
  await question.getByRole('button', { name: texts.app.action.cancel }).click();
  await said.getByRole('button', { name: texts.app.action.save }).click();
  await expect(said).toContainText('Graag vandaag.');
  await expect(said).toContainText(comments.edited);

  await said
    .getByRole('button', { name: fill(comments.deleteOf, { name: 'Annelies Kuiper' }) })
    .click();
  const sure = page.getByRole('dialog', { name: comments.delete.title });
  await expectAccessible(page);
  await sure.getByRole('button', { name: comments.delete.confirm }).click();
  await expect(page.getByText(comments.deleted)).toBeVisible();
});

test('a record is put away, thrown away, brought back and removed for good', async ({
  page,
  texts,
}) => {
  const { lifecycle, part } = texts.records;
  const { number, code } = await copyOfFirst(page);
  const address = `/registers/assets/${number}`;
  await page.goto(address);

  await fromMenu(page, texts, lifecycle.archive.action);
  await expect(page.getByText(lifecycle.archive.banner)).toBeVisible();
  await expect(page.getByRole('link', { name: texts.registers.record.edit })).toBeHidden();
  // The message with the way back goes away by itself: before all else.
  await page.getByRole('button', { name: lifecycle.undo }).click();
  await expect(page.getByText(lifecycle.archive.banner)).toBeHidden();

  await fromMenu(page, texts, lifecycle.delete.action);
  const question = page.getByRole('dialog', { name: fill(lifecycle.delete.title_one, { code }) });
  await expect(question).toBeVisible();
  await expectAccessible(page);
  await question.getByRole('button', { name: lifecycle.delete.confirm }).click();
  await expect(page).toHaveURL(/\/registers\/assets$/);

  await page.getByRole('combobox', { name: part.label }).click();
  await page.getByRole('option', { name: part.DELETED }).click();
  await expect(page).toHaveURL(/state=deleted/);
  await page.getByText(code, { exact: true }).click();
  await expect(page.getByText(lifecycle.delete.banner)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: lifecycle.restore.action, exact: true }).click();
  await expect(page.getByText(lifecycle.delete.banner)).toBeHidden();

  await fromMenu(page, texts, lifecycle.delete.action);
  await question.getByRole('button', { name: lifecycle.delete.confirm }).click();
  await expect(page).toHaveURL(/\/registers\/assets$/);
  await page.goto(address);
  await fromMenu(page, texts, lifecycle.purge.action);
  const sure = page.getByRole('dialog', { name: fill(lifecycle.purge.title_one, { code }) });
  await expect(sure.getByRole('button', { name: lifecycle.purge.confirm })).toBeDisabled();
  await sure.getByRole('textbox').fill(code);
  await sure.getByRole('button', { name: lifecycle.purge.confirm }).click();
  await expect(page).toHaveURL(/\/registers\/assets$/);
  await page.goto(address);
  await expect(page.getByText(texts.registers.unknown.record)).toBeVisible();
});

test('several records are picked and changed at once', async ({ page, texts }) => {
  const { selection, bulk } = texts.records;
  const made = [await copyOfFirst(page), await copyOfFirst(page), await copyOfFirst(page)];
  await page.goto('/registers/assets');
  const box = (record: Made | undefined) =>
    page.getByRole('checkbox', { name: fill(selection.one, { code: record?.code ?? '' }) });
  await box(made[2]).check();
  await box(made[0]).click({ modifiers: ['Shift'] });
  await expect(box(made[1])).toBeChecked();
  const bar = page.getByRole('group', { name: selection.label });
  await expect(bar).toContainText(fill(selection.count_other, { count: 3 }));
  await expectAccessible(page);

  const links = page.locator('main tbody').getByRole('link');
  await links.first().focus();
  await page.keyboard.press('Space');
  await expect(box(made[2])).not.toBeChecked();
  await page.keyboard.press('Space');

  await bar.getByRole('button', { name: bulk.open }).click();
  const dialog = page.getByRole('dialog', { name: fill(bulk.title_other, { count: 3 }) });
  await dialog.getByRole('combobox', { name: bulk.fields }).click();
  await page.getByRole('option', { name: texts.registers.list.status }).click();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  const submit = dialog.getByRole('button', { name: fill(bulk.submit_other, { count: 3 }) });
  await submit.click();
  await expect(dialog.getByText(texts.errors.user.REQUIRED)).toBeVisible();
  const choose = async (place: number) => {
    await dialog.getByRole('combobox', { name: texts.registers.list.status }).click();
    const option = page.getByRole('option').nth(place);
    const label = (await option.textContent()) ?? '';
    await option.click();
    await submit.click();
    return label;
  };
  // The last status does not follow upon the first: all of them stay as they are, and it says why.
  await choose(-1);
  await expect(dialog.getByRole('alert')).toContainText(made[1]?.code ?? '');
  const label = await choose(1);
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('row', { name: made[1]?.code })).toContainText(label);
});

test('a copy is gone on with at once', async ({ page, texts }) => {
  await page.goto('/registers/assets/1');
  await fromMenu(page, texts, texts.records.menu.duplicate);
  await expect(page).toHaveURL(/\/registers\/assets\/\d+\/edit$/);
  await expect(control(page, 'name').getByRole('textbox')).toHaveValue(/\(/);
});

test('what a list shows is saved as a view', async ({ page, texts }) => {
  const { views } = texts.records;
  const name = `Op titel ${Date.now().toString(36)}`;
  await page.goto('/registers/assets?sort=title');
  const menu = () => page.getByRole('button', { name: new RegExp(`^(${views.button}|${name})`) });
  await menu().click();
  await page.getByRole('menuitem', { name: views.addItem }).click();
  const dialog = page.getByRole('dialog', { name: views.add });
  await dialog.getByRole('button', { name: texts.app.action.save }).click();
  await expect(dialog.getByText(texts.errors.user.REQUIRED)).toBeVisible();
  await dialog.getByRole('textbox', { name: views.name }).fill(name);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: texts.app.action.save }).click();
  await expect(menu()).toContainText(name);
  await expect(menu()).not.toContainText(views.changed);

  await page.getByRole('searchbox', { name: texts.registers.list.search }).fill('laptop');
  await expect(menu()).toContainText(views.changed);
  await menu().click();
  await page.getByRole('menuitem', { name: views.overwrite }).click();
  await expect(menu()).not.toContainText(views.changed);

  await menu().click();
  await page.getByRole('menuitemradio', { name: views.none }).click();
  await expect(page).toHaveURL(/\/registers\/assets$/);
  await menu().click();
  await page.getByRole('menuitemradio', { name }).click();
  await expect(page).toHaveURL(/q=laptop/);

  await menu().click();
  await page.getByRole('menuitem', { name: views.deleteItem }).click();
  await page.getByRole('dialog').getByRole('button', { name: views.deleteConfirm }).click();
  await expect(menu()).toContainText(views.button);
});

test('columns of numbers are added up below the list', async ({ page, texts }) => {
  const { totals } = texts.records;
  await page.goto('/registers/assets?columns=rto_hours');
  await page.locator('tfoot').getByRole('button').click();
  await page.getByRole('menuitemradio', { name: totals.maximum }).click();
  await expect(page).toHaveURL(/totals=rto_hours\.maximum/);
  await expect(page.locator('tfoot')).toContainText(/\d/);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test('on paper there is what it is of, and nothing to click', async ({ page, texts }) => {
  await page.goto('/registers/risks/1');
  await expect(page.getByRole('button', { name: texts.records.menu.more })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('RIS-0001').first()).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'light');
});
