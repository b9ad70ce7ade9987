import { type Page, expect } from '@playwright/test';

import { freshCode } from './authenticator';
import type { DemoUser } from './demo-server';
import type { Texts } from './texts';

export async function fillPassword(page: Page, texts: Texts, user: DemoUser): Promise<void> {
  await page.getByLabel(texts.auth.password.login).fill(user.login);
  await page.getByLabel(texts.auth.password.password, { exact: true }).fill(user.password);
  await page.getByRole('button', { name: texts.auth.password.submit }).click();
}

/** Types a code as a person does: the boxes pass the cursor on by themselves. */
export async function typeCode(page: Page, code: string): Promise<void> {
  await page.locator('input[autocomplete="one-time-code"]').first().focus();
  await page.keyboard.type(code);
}

export async function chooseLanguage(page: Page, language: 'nl' | 'en'): Promise<void> {
  if ((await page.locator('html').getAttribute('lang')) === language) return;
  await page.getByRole('button', { name: /Taal kiezen|Choose language/ }).click();
  const name = language === 'nl' ? 'Nederlands' : 'English';
  await page.getByRole('menuitemradio', { name }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}

/** From the sign-in page to the dashboard, for someone who set up the second factor before. */
export async function signIn(page: Page, texts: Texts, user: DemoUser): Promise<void> {
  if (user.totpSecret === null) throw new Error(`${user.login} has no second factor yet`);
  await fillPassword(page, texts, user);
  await expect(page.getByRole('heading', { level: 1, name: texts.auth.code.title })).toBeVisible();
  await typeCode(page, await freshCode(user.totpSecret));
  await expect(page.getByRole('heading', { level: 1, name: texts.dashboard.title })).toBeVisible();
}
