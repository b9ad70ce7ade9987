import type { Page } from '@playwright/test';

import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility';
import { administratorTest as test, expect } from './support/journey';
import type { Texts } from './support/texts';

const MENU_RISKS = /^(Risico's|Risks)/;

/** How many risks the menu counts. */
const riskCount = async (page: Page): Promise<number> => {
  const line = page.getByRole('navigation').getByRole('link', { name: MENU_RISKS });
  return Number(/\d+/.exec(await line.innerText())?.[0]);
};

/** Looks back at the end of the last quarter, with the keyboard alone. */
async function lookBack(page: Page, { lookingBack }: Texts): Promise<void> {
  await page.getByRole('button', { name: lookingBack.open, exact: true }).focus();
  await page.keyboard.press('Enter');
  const choice = page.getByRole('dialog');
  await expect(choice.getByText(lookingBack.choose.calendar)).toBeVisible();
  await expectAccessible(page);
  await choice.getByRole('button', { name: lookingBack.choose.quarter }).focus();
  await page.keyboard.press('Enter');
  // The first look at a day has the server make a copy of everything.
  await expect(backToNow(page, { lookingBack })).toBeVisible({ timeout: 60_000 });
}

const backToNow = (page: Page, { lookingBack }: Pick<Texts, 'lookingBack'>) =>
  page.getByRole('status').getByRole('button', { name: lookingBack.banner.back });

test('everything is seen as it stood on a past day, until one goes back to now', async ({
  page,
  texts,
}) => {
  const { registers, lookingBack, exporting } = texts;
  const now = await riskCount(page);
  await lookBack(page, texts);
  await expect.poll(() => riskCount(page)).toBeLessThan(now);
  const then = await riskCount(page);
  await expectAccessible(page);

  await page.goto('/registers/risks');
  await expect(backToNow(page, texts)).toBeVisible();
  await expect(page.getByText(new RegExp(`(van|of) ${then}$`))).toBeVisible();
  await expect(page.getByRole('button', { name: exporting.button, exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: registers.list.import, exact: true })).toHaveCount(0);
  await expect(page.getByRole('link', { name: registers.list.design })).toHaveCount(0);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await page.goto('/registers/risks/2');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: registers.record.edit })).toHaveCount(0);

  await page.goto(`/registers/risks/${now}`);
  await expect(page.getByText(lookingBack.unknownRecord)).toBeVisible();

  await page.goto('/registers/risks/new');
  await expect(
    page.getByRole('heading', { level: 1, name: lookingBack.noPast.title }),
  ).toBeVisible();
  await expectAccessible(page);

  await page.goto('/');
  await backToNow(page, texts).click();
  await expect(backToNow(page, texts)).toHaveCount(0);
  await expect.poll(() => riskCount(page)).toBe(now);
});

test('files tell the day that is looked back at', async ({ page, texts }) => {
  const { exporting } = texts;
  await lookBack(page, texts);
  await page.goto('/registers/risks/2');
  await page.getByRole('button', { name: exporting.record.button, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(exporting.asOf.split('{{')[0] ?? '')).toBeVisible();
  await expectAccessible(page);
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: exporting.record.start }).click();
  expect((await downloading).suggestedFilename()).toMatch(/ris-0002.*\.pdf$/);
  await expect(page.getByText(exporting.progress.SUCCEEDED)).toBeVisible();
});

test('a page where something is made has no past, and nothing typed is lost', async ({
  page,
  texts,
}) => {
  const { lookingBack } = texts;
  await page.goto('/registers/risks/new');
  await page.getByRole('button', { name: lookingBack.open, exact: true }).click();
  await expect(page.getByRole('dialog').getByText(lookingBack.elsewhere)).toBeVisible();
  await expect(
    page.getByRole('dialog').getByText(lookingBack.choose.calendar, { exact: true }),
  ).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: lookingBack.open, exact: true })).toBeFocused();
});
