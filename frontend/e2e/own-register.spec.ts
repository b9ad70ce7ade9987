import type { Page } from '@playwright/test';

import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility';
import { administratorTest as test, expect } from './support/journey';
import { control, write } from './support/record-form';
import type { Texts } from './support/texts';

const field = (page: Page, place: number) => page.locator('main form li').nth(place);

const create = (page: Page, { forms }: Texts) =>
  page.locator('main').getByRole('button', { name: forms.create, exact: true }).click();

test('an administrator makes a register and uses it', async ({ page, texts }) => {
  const { forms, registers } = texts;
  await page.goto('/registers/new');
  await create(page, texts);
  await expect(page.getByText(forms.error.label)).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel(forms.name.label).fill('Sleutels');
  await page.getByLabel(forms.singularName.label).fill('Sleutel');
  await expect(page.getByLabel(forms.numberPrefix.label)).toHaveValue('SLE');

  await field(page, 0).getByRole('textbox').first().fill('Datum van uitgifte');
  await field(page, 0).locator('input:visible').nth(1).click();
  await page.getByRole('option', { name: forms.kind.DATE }).click();
  await page.getByRole('button', { name: forms.addField }).click();
  await field(page, 1).getByRole('textbox').first().fill('Omschrijving');
  const up = forms.field.up.replace('{{name}}', 'Omschrijving');
  await page.getByRole('button', { name: up }).focus();
  await page.keyboard.press('Enter');
  await expect(field(page, 0).getByRole('textbox').first()).toHaveValue('Omschrijving');
  await expect(page.getByRole('table', { name: forms.preview.title })).toContainText('SLE-0001');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

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
  await page.getByLabel(forms.name.label).fill('Risico’s van leveranciers');
  await page.getByLabel(forms.singularName.label).fill('Risico');
  await page.getByLabel(forms.numberPrefix.label).fill('RIS');
  await field(page, 0).getByRole('textbox').first().fill('Omschrijving');
  await create(page, texts);
  await expect(page.getByLabel(forms.numberPrefix.label)).toHaveAttribute('aria-invalid', 'true');
});
