import type { Locator, Page } from '@playwright/test';

import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility';
import { field } from './support/field';
import { administratorTest as test, expect } from './support/journey';
import { control, write } from './support/record-form';
import { type Texts, fill } from './support/texts';

const canvas = (page: Page, { forms }: Texts): Locator =>
  page.getByRole('region', { name: forms.canvas.title });

/** A field that has a name already. */
const card = (page: Page, texts: Texts, name: string): Locator =>
  canvas(page, texts).getByRole('listitem').filter({ hasText: name });

const create = (page: Page, { forms }: Texts) =>
  page.locator('main').getByRole('button', { name: forms.create, exact: true }).click();

test('an administrator makes a register and uses it', async ({ page, texts }) => {
  const { forms, registers } = texts;
  const label = canvas(page, texts).getByRole('textbox', { name: forms.card.label });
  await page.goto('/registers/new');
  await field(page, forms.name.label).fill('Sleutels');
  await expect(field(page, forms.numberPrefix.label)).toHaveValue('SLE');
  await create(page, texts);
  await expect(page.getByText(fill(forms.problems_one, { count: 1 }))).toBeVisible();
  await expectAccessible(page);

  await label.fill('Omschrijving');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: forms.kind.DATE, exact: true }).click();
  await label.fill('Datum van uitgifte');
  await page.getByRole('button', { name: forms.kind.CHOICE, exact: true }).click();
  await label.fill('Soort');
  await page.getByRole('textbox', { name: fill(forms.options.label, { number: 1 }) }).fill('Loper');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Kluis');

  await card(page, texts, 'Datum van uitgifte')
    .getByRole('button', { name: fill(forms.card.up, { name: 'Datum van uitgifte' }) })
    .press('Enter');
  await expect(canvas(page, texts).getByRole('listitem').first()).toContainText('Datum');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await page.getByRole('tab', { name: forms.tab.preview }).click();
  await write(page, 'omschrijving', 'Op proef');
  await expectAccessible(page);

  await create(page, texts);
  await expect(page.getByRole('heading', { level: 1, name: 'Sleutels' })).toBeVisible();
  await expect(page.getByText(registers.list.empty.title)).toBeVisible();

  await page.goto('/registers/sleutels/new');
  await write(page, 'omschrijving', 'Hoofdsleutel Ommen');
  await control(page, 'datum_van_uitgifte').getByRole('textbox').fill('31-12-2026');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { level: 1, name: 'Hoofdsleutel Ommen' })).toBeVisible();
  await expect(page.getByText(/31 dec(ember)? 2026/i).first()).toBeVisible();
});

test('a prefix that is in use is refused at its own field', async ({ page, texts }) => {
  const { forms } = texts;
  await page.goto('/registers/new');
  await field(page, forms.name.label).fill('Risico’s van leveranciers');
  await field(page, forms.numberPrefix.label).fill('RIS');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: forms.card.label }).fill('Omschrijving');
  await create(page, texts);
  await expect(field(page, forms.numberPrefix.label)).toHaveAttribute('aria-invalid', 'true');
});

test('a register is changed, and what changes is told before', async ({ page, texts }) => {
  const { forms } = texts;
  await page.goto('/registers/assets/design');
  await page.getByRole('button', { name: forms.kind.CHECKLIST, exact: true }).click();
  await page.getByRole('textbox', { name: forms.card.label }).fill('Stappen');
  await page
    .getByRole('textbox', { name: fill(forms.options.label, { number: 1 }) })
    .fill('Etiket');
  await expectAccessible(page);
  await page.getByRole('button', { name: forms.publish.button, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: forms.publish.title });
  await expect(dialog.getByText('Stappen').first()).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: forms.publish.confirm, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('a draft that was left is offered again', async ({ page, texts }) => {
  const { forms } = texts;
  await page.goto('/registers/new');
  await field(page, forms.name.label).fill('Voertuigen');
  await expect
    .poll(() => page.evaluate(() => JSON.stringify(Object.values(localStorage))))
    .toContain('Voertuigen');
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await page.getByRole('button', { name: forms.offer.take }).click();
  await expect(field(page, forms.name.label)).toHaveValue('Voertuigen');
});
