import { readFile } from 'node:fs/promises';

import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility';
import { invite } from './support/colleagues';
import { administratorTest as test, expect } from './support/journey';

test('what was done is found in the log, with who, what and when', async ({
  page,
  texts,
  language,
  administrator,
}) => {
  const { audit } = texts;
  const invited = await invite(administrator, { language });
  await page.goto('/audit');
  await expect(page.getByRole('region', { name: audit.chain.title })).toBeVisible();
  const table = page.getByRole('table', { name: audit.title });
  await expect(table.getByRole('row').nth(1)).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await page.getByRole('searchbox', { name: audit.filter.search }).fill(invited.displayName);
  await expect(page).toHaveURL(/q=/);
  const line = table.getByRole('button', { name: new RegExp(invited.displayName) }).first();
  await line.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(audit.event.hash);
  await expect(dialog).toContainText(invited.displayName);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: texts.app.action.close, exact: true }).last().click();

  await page.goto('/audit?refusals=only&q=bestaatnergens');
  await expect(page.getByText(audit.nothing.title)).toBeVisible();
  await page.getByRole('button', { name: audit.filter.clear }).click();
  await expect(page).not.toHaveURL(/refusals|q=/);
});

test('the chain is verified while one waits, and can be checked by others', async ({
  page,
  texts,
}) => {
  const { audit } = texts;
  await page.goto('/audit');
  await page.getByRole('button', { name: audit.verify.button }).click();
  await expect(page.getByText(audit.verify.SUCCEEDED)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button').last().click();
  const card = page.getByRole('region', { name: audit.chain.title });
  await expect(card).toContainText(audit.chain.verified);
  await expect(card).toContainText(/ongeschonden|intact/);

  await page.getByRole('button', { name: audit.proof.button }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('waarborg audit verify');
  await expect(dialog).toContainText(audit.proof.publicKey);
  await expectAccessible(page);
});

test('the log as filtered becomes a file', async ({ page, texts }) => {
  const { exporting } = texts;
  await page.goto('/audit?action=user.signed_in');
  await page.getByRole('button', { name: exporting.button, exact: true }).click();
  await page.getByRole('menuitem', { name: exporting.format.CSV }).click();
  await expectAccessible(page);
  const downloading = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: exporting.start }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
  expect((await readFile(await download.path())).byteLength).toBeGreaterThan(100);
  await expect(page.getByText(exporting.progress.SUCCEEDED)).toBeVisible();
});
