import { fileURLToPath } from 'node:url';

import type { Page } from '@playwright/test';

import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility';
import { administratorTest as test, expect } from './support/journey';
import { write } from './support/record-form';
import { type Texts, fill } from './support/texts';

const fixture = (name: string) => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));

async function upload(page: Page, file: string): Promise<void> {
  await page.goto('/registers/assets/import');
  await page.locator('input[type="file"]').setInputFiles(fixture(file));
}

const next = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function mapColumns(page: Page, { importing }: Texts): Promise<void> {
  await next(page, importing.next);
  await expect(page.getByRole('table', { name: importing.mapping.title })).toBeVisible();
}

test('a workbook is taken over after a look at what will happen', async ({ page, texts }) => {
  const { importing } = texts;
  await page.goto('/registers/assets/import');
  await expect(page.getByText(importing.file.what)).toBeVisible();
  await expectAccessible(page);

  await upload(page, 'assets.xlsx');
  await expect(page.getByRole('radio', { name: /Middelen/ })).toBeChecked();
  await expect(page.getByRole('radio', { name: /Keuzelijsten/ })).toHaveAccessibleDescription(
    new RegExp(importing.sheet.hidden),
  );
  await expectAccessible(page);

  await mapColumns(page, texts);
  await expect(page.getByRole('row', { name: /Inkoopcode/ }).locator('input:visible')).toHaveValue(
    '',
  );
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await next(page, importing.mapping.check);
  await expect(page.getByText(importing.preview.ready)).toBeVisible();
  await expect(page.getByText('Scanner archief').first()).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: /2/ }).last().click();
  await expect(page.getByText(importing.done.title)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: importing.done.toRegister }).click();
  await expect(page.getByRole('link', { name: 'Sleutelkast' }).first()).toBeVisible();
});

test('errors are shown cell by cell and stop the import', async ({ page, texts }) => {
  const { importing } = texts;
  await upload(page, 'assets-with-errors.xlsx');
  await mapColumns(page, texts);
  await next(page, importing.mapping.check);
  const errors = page.getByRole('table', { name: importing.errors.list });
  await expect(errors.getByRole('row', { name: /3 G/ })).toContainText(
    texts.errors.user.NOT_YES_NO_NA,
  );
  await expect(errors.getByRole('row', { name: /3 B/ })).toContainText('Ruimteschip');
  await expect(page.getByRole('button', { name: /importeren|^Import \d/ }).last()).toBeDisabled();
  await expectAccessible(page);
  await next(page, importing.back);
  await expect(page.getByRole('table', { name: importing.mapping.title })).toBeVisible();
});

test('a file that is no workbook is refused with a way out', async ({ page, texts }) => {
  await page.goto('/registers/assets/import');
  await page.locator('input[type="file"]').setInputFiles({
    name: 'lijst.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('dit is geen werkmap'),
  });
  await expect(page.getByRole('alert')).toContainText(texts.errors.user.WORKBOOK_IS_TEXT);
  await expectAccessible(page);
});

test('a workbook becomes a register of its own', async ({ page, texts }) => {
  const { importing } = texts;
  await upload(page, 'visitors.xlsx');
  await page.getByRole('radio', { name: importing.target.new }).check();
  await next(page, importing.next);
  await expect(page.getByLabel(importing.newRegister.name.label)).toHaveValue('Bezoekers');
  await page.getByLabel(importing.newRegister.singularName.label).fill('Bezoeker');
  // Visitors have a base register, which begins like that already.
  await page.getByLabel(importing.newRegister.numberPrefix.label).fill('BZK');
  await expectAccessible(page);
  await next(page, importing.newRegister.create);
  await expect(page.getByText(importing.preview.ready)).toBeVisible();
  await page.getByRole('button', { name: /3/ }).last().click();
  await page.getByRole('link', { name: importing.done.toRegister }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bezoekers' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Petra Mol' })).toBeVisible();
});

/** The register as a workbook, from its menu of exports. */
async function exported(page: Page, { exporting }: Texts, path: string): Promise<void> {
  await page.goto('/registers/assets?q=BDM-0001');
  await page.getByRole('button', { name: exporting.button, exact: true }).click();
  await page.getByRole('menuitem', { name: exporting.format.XLSX }).click();
  const downloading = page.waitForEvent('download');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: exporting.start, exact: true })
    .click();
  await (await downloading).saveAs(path);
}

test('what was changed since the export stays, unless one has the file win', async ({
  page,
  texts,
}, testInfo) => {
  const { importing, registers } = texts;
  const path = testInfo.outputPath('export.xlsx');
  await exported(page, texts, path);
  await page.goto('/registers/assets/1/edit');
  await write(page, 'name', `Anders genoemd ${testInfo.retry}`);
  await page.getByRole('button', { name: registers.edit.save, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Anders genoemd/ })).toBeVisible();

  await page.goto('/registers/assets/import');
  await page.locator('input[type="file"]').setInputFiles(path);
  await mapColumns(page, texts);
  await next(page, importing.mapping.check);
  await expect(page.getByText(fill(importing.conflict.title_one, { count: 1 }))).toBeVisible();
  await expect(page.getByText(importing.preview.onlyConflicts)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('switch', { name: importing.conflict.overwrite }).check();
  await expect(page.getByText(importing.conflict.overwritten)).toBeVisible();
  await expectAccessible(page);
  await next(page, fill(importing.preview.start_one, { count: 1 }));
  await expect(page.getByText(importing.done.title)).toBeVisible();
  await page.goto('/registers/assets/1');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: /Anders genoemd/ })).toHaveCount(0);
});

test('a template is there for who has no file yet', async ({ page, texts }) => {
  const { exporting } = texts;
  await page.goto('/registers/assets/import');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: exporting.template.button }).click();
  expect((await downloading).suggestedFilename()).toMatch(/\.xlsx$/);
  await expect(page.getByText(exporting.progress.SUCCEEDED)).toBeVisible();
  await expectAccessible(page);
});
