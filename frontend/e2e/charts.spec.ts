import type { Page } from '@playwright/test';

import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility';
import type { Colleague } from './support/colleagues';
import { field } from './support/field';
import { administratorTest, colleagueTest, expect } from './support/journey';
import { type Texts, fill } from './support/texts';

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

/** The first chart of the register of incidents that is drawn with parts. */
const firstPart = (page: Page) => page.locator('main svg[data-chart-drawing] a').first();

administratorTest(
  'a register shows its charts, which lead to the records',
  async ({ page, texts }) => {
    const { charts } = texts;
    await page.goto('/registers/incidents');
    await page.getByRole('link', { name: texts.registers.list.charts, exact: true }).click();
    await expect(page).toHaveURL(/\/registers\/incidents\/charts$/);
    await expect(firstPart(page)).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);

    const card = page
      .locator('main section')
      .filter({ has: page.locator('svg') })
      .first();
    const title = await card.getByRole('heading', { level: 2 }).innerText();
    await card.getByRole('button', { name: fill(charts.tableOf, { title }) }).click();
    await expect(card.getByRole('table', { name: fill(charts.table.of, { title }) })).toBeVisible();
    await expectAccessible(page);

    await firstPart(page).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/registers\/incidents\?(status|where)=/);
  },
);

administratorTest(
  'a chart is taken along as a picture and as a workbook',
  async ({ page, texts }) => {
    const { charts } = texts;
    await page.goto('/registers/incidents/charts');
    await expect(firstPart(page)).toBeVisible();
    const card = page
      .locator('main section')
      .filter({ has: page.locator('svg') })
      .first();
    const title = await card.getByRole('heading', { level: 2 }).innerText();
    for (const [choice, ending] of [
      [charts.save.png, '.png'],
      [charts.save.svg, '.svg'],
      [charts.save.xlsx, '.xlsx'],
    ] as const) {
      await card.getByRole('button', { name: fill(charts.save.of, { title }) }).click();
      const downloading = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: choice }).click();
      expect((await downloading).suggestedFilename()).toMatch(new RegExp(`\\${ending}$`));
    }
  },
);

/** Only there for who is signed in: this journey has a person of its own, with a start page of their own. */
const ownMenu = (page: Page, { app }: Texts, { displayName }: Colleague) =>
  page.getByRole('button', { name: fill(app.shell.user, { name: displayName }) });

async function chooseRegister(page: Page, { dashboard }: Texts, name: RegExp): Promise<void> {
  const dialog = page.getByRole('dialog', { name: dashboard.card.add });
  await dialog.getByLabel(dashboard.card.register, { exact: true }).first().click();
  await page.getByRole('option', { name }).first().click();
}

colleagueTest(
  'a dashboard is made, arranged and begun with',
  async ({ page, texts, colleague }) => {
    await expect(ownMenu(page, texts, colleague)).toBeVisible();
    const { dashboard, app } = texts;
    await page.getByRole('button', { name: dashboard.board.switch }).click();
    await page.getByRole('menuitem', { name: dashboard.board.new }).click();
    await expect(heading(page, dashboard.board.newTitle)).toBeVisible();
    await field(page, dashboard.board.name).fill('Directie');

    await page.getByRole('button', { name: dashboard.card.add }).click();
    await chooseRegister(page, texts, /^(Incidenten|Incidents)$/);
    const dialog = page.getByRole('dialog', { name: dashboard.card.add });
    await dialog.getByRole('radio').nth(2).check();
    await expect(dialog.locator('svg[data-chart-drawing]')).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: dashboard.card.put, exact: true }).click();

    await page.getByRole('button', { name: dashboard.card.add }).click();
    await chooseRegister(page, texts, /^(Risico's|Risks)$/);
    await dialog.getByText(dashboard.card.compose).click();
    await field(page, texts.charts.compose.titleLabel).fill('Alle risico’s');
    await dialog.getByRole('button', { name: dashboard.card.put, exact: true }).click();

    const cards = page.getByRole('list', { name: dashboard.board.cards }).getByRole('listitem');
    await expect(cards).toHaveCount(2);
    await page
      .getByRole('button', { name: fill(dashboard.card.up, { name: 'Alle risico’s' }) })
      .press('Enter');
    await expect(cards.first()).toContainText('Alle risico’s');
    await page.getByRole('checkbox', { name: dashboard.board.home }).check();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole('button', { name: app.action.save, exact: true }).click();
    await expect(heading(page, 'Directie')).toBeVisible();
    await expect(page.locator('main svg[data-chart-drawing]').first()).toBeVisible();
    await expectAccessible(page);

    await page.goto('/');
    await expect(heading(page, 'Directie')).toBeVisible();

    await page.getByRole('link', { name: app.action.edit, exact: true }).click();
    await page.getByRole('button', { name: dashboard.board.delete.button, exact: true }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: dashboard.board.delete.confirm })
      .click();
    await expect(heading(page, dashboard.title)).toBeVisible();
  },
);

colleagueTest('a chart of a register is put on a dashboard', async ({ page, texts, colleague }) => {
  const { dashboard } = texts;
  await expect(ownMenu(page, texts, colleague)).toBeVisible();
  await page.goto('/registers/risks/charts');
  const title = await page.locator('main section h2').first().innerText();
  await page.getByRole('button', { name: fill(dashboard.board.addToOf, { title }) }).click();
  await page.getByRole('menuitem', { name: dashboard.board.addNew }).click();
  const name = dashboard.board.firstName;
  await expect(page.getByText(fill(dashboard.board.added, { title, name }))).toBeVisible();
  await page.goto('/dashboards/start');
  await page.getByRole('button', { name: dashboard.board.switch }).click();
  await page.getByRole('menuitem', { name }).click();
  await expect(heading(page, name)).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible();
});
