import { readFile } from 'node:fs/promises';

import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility';
import { administratorTest as test, expect } from './support/journey';

const PASSPHRASE = 'een zin die niemand raadt';

test('everything is taken along, sealed with a passphrase that is typed twice', async ({
  page,
  texts,
}) => {
  const { app, archive, exporting } = texts;
  await page.goto('/');
  await page.getByRole('link', { name: app.menu.archive }).first().click();
  await expect(page.getByRole('heading', { name: archive.title, level: 1 })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  const passphrase = page.getByLabel(archive.passphrase.label, { exact: true });
  await passphrase.fill('te kort');
  await page.getByLabel(archive.passphrase.repeat).fill('te kort');
  await page.getByRole('button', { name: archive.start }).click();
  await expect(page.getByText(/12 (tekens|characters)\.$/).last()).toBeVisible();
  await expectAccessible(page);

  await passphrase.fill(PASSPHRASE);
  await page.getByLabel(archive.passphrase.repeat).fill(PASSPHRASE);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: archive.start }).click();
  await expect(page.getByRole('dialog', { name: archive.progress.title })).toBeVisible();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/\.waarborg\.zip\.age$/);
  const content = await readFile(await download.path());
  expect(content.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
  await expect(page.getByText(exporting.progress.SUCCEEDED)).toBeVisible();
  await expectAccessible(page);
});

test('without encryption it is a zip file, and the log says who took it', async ({
  page,
  texts,
}) => {
  const { archive, audit } = texts;
  await page.goto('/archive');
  await page.getByRole('radio', { name: archive.encryption.NONE }).check();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: archive.start }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/\.waarborg\.zip$/);
  expect([...(await readFile(await download.path())).subarray(0, 2)]).toEqual([0x50, 0x4b]);

  await page.goto('/audit?action=archive.downloaded');
  const table = page.getByRole('table', { name: audit.title });
  await expect(table.getByRole('row').nth(1)).toBeVisible();
});
