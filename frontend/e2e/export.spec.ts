import { readFile } from 'node:fs/promises';

import { expectAccessible } from './support/accessibility';
import { administratorTest as test, expect } from './support/journey';

/** How a file of each kind begins. */
const FORMATS = [
  { format: 'XLSX', extension: 'xlsx', magic: [0x50, 0x4b, 0x03, 0x04] },
  { format: 'PDF', extension: 'pdf', magic: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { format: 'CSV', extension: 'csv', magic: [0xef, 0xbb, 0xbf] },
] as const;

for (const { format, extension, magic } of FORMATS) {
  test(`a filtered register is exported to ${extension}`, async ({ page, texts }) => {
    const { exporting, jobs } = texts;
    await page.goto('/registers/risks?q=dossier');
    await page.getByRole('button', { name: exporting.button, exact: true }).click();
    await page.getByRole('menuitem', { name: exporting.format[format] }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('radio', { name: exporting.columns.screen })).toBeChecked();
    await expectAccessible(page);
    await dialog.getByRole('radio', { name: exporting.columns.all }).check();

    const downloading = page.waitForEvent('download');
    await dialog.getByRole('button', { name: exporting.start, exact: true }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${extension}$`));
    const content = await readFile(await download.path());
    expect([...content.subarray(0, magic.length)]).toEqual([...magic]);
    await expect(page.getByText(exporting.progress.SUCCEEDED)).toBeVisible();
    await expectAccessible(page);

    await page.goto('/jobs');
    await expect(page.getByText(jobs.state.SUCCEEDED).first()).toBeVisible();
    await expectAccessible(page);
    const again = page.waitForEvent('download');
    await page.getByRole('link', { name: download.suggestedFilename() }).first().click();
    expect((await again).suggestedFilename()).toBe(download.suggestedFilename());
  });
}
