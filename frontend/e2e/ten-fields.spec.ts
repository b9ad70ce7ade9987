import type { Page } from '@playwright/test';

import { expectAccessible } from './support/accessibility';
import { field } from './support/field';
import { administratorTest as test, expect } from './support/journey';
import { OWNER, choose, control, write } from './support/record-form';
import { type Texts, fill } from './support/texts';

/** How long somebody who has read nothing may take for it. */
const FIVE_MINUTES_MS = 5 * 60_000;

/** A field of this kind under this name, as one adds it: choose the kind, type the name. */
async function add(page: Page, { forms }: Texts, kind: keyof Texts['forms']['kind'], name: string) {
  await page.getByRole('button', { name: forms.kind[kind], exact: true }).click();
  await page
    .getByRole('region', { name: forms.canvas.title })
    .getByRole('textbox', { name: forms.card.label })
    .fill(name);
}

async function option(page: Page, { forms }: Texts, words: string) {
  await page.getByRole('textbox', { name: fill(forms.options.label, { number: 1 }) }).fill(words);
}

test('a register of ten fields, with a link and a formula, is made in minutes', async ({
  page,
  texts,
  language,
}) => {
  const { forms } = texts;
  const start = Date.now();
  await page.goto('/registers/new');
  await field(page, forms.name.label).fill('Bestellingen');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: forms.card.label }).fill('Omschrijving');
  await add(page, texts, 'NUMBER', 'Aantal');
  await add(page, texts, 'NUMBER', 'Prijs');
  await page.getByRole('textbox', { name: forms.number.decimals }).fill('2');
  await add(page, texts, 'COMPUTED', 'Totaal');
  await page.getByRole('textbox', { name: forms.formula.label }).fill('aantal * prijs');
  await add(page, texts, 'DATE', 'Besteld op');
  await add(page, texts, 'YES_NO_NA', 'Akkoord');
  await add(page, texts, 'USER', 'Aanvrager');
  await add(page, texts, 'REFERENCE', 'Bedrijfsmiddel');
  await page.getByRole('combobox', { name: forms.reference.register }).click();
  await page.getByRole('option', { name: /^(Bedrijfsmiddelen|Assets)$/ }).click();
  await add(page, texts, 'CHOICE', 'Soort');
  await option(page, texts, 'Vervanging');
  await add(page, texts, 'CHECKLIST', 'Stappen');
  await option(page, texts, 'Etiket geplakt');
  await expectAccessible(page);
  await page.locator('main').getByRole('button', { name: forms.create, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bestellingen' })).toBeVisible();

  await page.goto('/registers/bestellingen/new');
  await write(page, 'omschrijving', 'Drie tablets');
  await write(page, 'aantal', '3');
  await write(page, 'prijs', language === 'nl' ? '2,50' : '2.50');
  await control(page, 'akkoord').getByRole('radio').first().check();
  await choose(page, 'aanvrager', OWNER, OWNER);
  await choose(page, 'bedrijfsmiddel', 'BDM-0001', 'BDM-0001');
  await control(page, 'stappen').getByRole('checkbox').check();
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { level: 1, name: 'Drie tablets' })).toBeVisible();
  await expect(page.getByText(/^7[.,]50?$/).first()).toBeVisible();
  await expect(page.getByRole('link', { name: /BDM-0001/ }).first()).toBeVisible();
  expect(Date.now() - start).toBeLessThan(FIVE_MINUTES_MS);
});
