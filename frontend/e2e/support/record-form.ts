import { type Locator, type Page, expect } from '@playwright/test';

/** Somebody of the demonstration who may own things. */
export const OWNER = 'Annelies Kuiper';

/** What the demonstration's registers call what the journeys choose, by language. */
export const registerWords = {
  nl: {
    asset: { kind: 'Applicatie', level: 'Hoog', yes: 'Ja' },
    risk: { aspect: 'Vertrouwelijkheid', nextStatus: 'Beoordeeld', title: 'Risico' },
    incidents: 'Incidenten',
  },
  en: {
    asset: { kind: 'Application', level: 'High', yes: 'Yes' },
    risk: { aspect: 'Confidentiality', nextStatus: 'Assessed', title: 'Risk' },
    incidents: 'Incidents',
  },
} as const;

export type RegisterWords = (typeof registerWords)['nl' | 'en'];

/** The control of a field of the record form, by the field's key. */
export const control = (page: Page, fieldKey: string): Locator =>
  page.locator(`[data-field="${fieldKey}"] [data-control]`);

export async function write(page: Page, fieldKey: string, text: string): Promise<void> {
  await control(page, fieldKey).getByRole('textbox').fill(text);
}

/** Chooses from a list, typing first where the list is searched on the server. */
export async function choose(
  page: Page,
  fieldKey: string,
  option: string,
  search?: string,
): Promise<void> {
  const input = control(page, fieldKey).locator('input:visible').first();
  await input.click();
  if (search !== undefined) await input.fill(search);
  await page.getByRole('option', { name: option }).first().click();
  await page.keyboard.press('Escape');
}

/** Fills in what is compulsory for an asset; its form must be open. */
export async function fillAsset(
  page: Page,
  words: RegisterWords,
  asset: { name: string; owner: string },
): Promise<void> {
  await write(page, 'name', asset.name);
  await choose(page, 'kind', words.asset.kind);
  await choose(page, 'owner', asset.owner, asset.owner);
  for (const fieldKey of ['availability', 'integrity', 'confidentiality']) {
    await choose(page, fieldKey, words.asset.level);
  }
  await control(page, 'personal_data').getByRole('radio', { name: words.asset.yes }).check();
}

/** Fills in what is compulsory for a risk, and the asset it is about. */
export async function fillRisk(
  page: Page,
  words: RegisterWords,
  risk: { title: string; owner: string; asset: string },
): Promise<void> {
  await write(page, 'title', risk.title);
  await write(page, 'cause', 'Een medewerker klikt op een koppeling in een valse e-mail.');
  await write(page, 'consequence', 'Inzage in gegevens van cliënten.');
  await choose(page, 'assets', risk.asset, risk.asset);
  await choose(page, 'owner', risk.owner, risk.owner);
  await choose(page, 'cia_aspects', words.risk.aspect);
  const [likelihood, impact] = [
    control(page, 'current_score').locator('input:visible').first(),
    control(page, 'current_score').locator('input:visible').last(),
  ];
  await likelihood.click();
  await page.getByRole('option', { name: /^3 / }).click();
  await impact.click();
  await page.getByRole('option', { name: /^4 / }).click();
  await expect(
    control(page, 'current_score').getByText('12', { exact: true }).first(),
  ).toBeVisible();
}
