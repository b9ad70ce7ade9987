import type { Page } from '@playwright/test';

import { chooseLanguage } from './sign-in';

/** A browser of somebody else, at the sign-in page. */
export async function otherBrowser(page: Page, url: string, language: 'nl' | 'en'): Promise<Page> {
  const context = await page.context().browser()?.newContext({ baseURL: url });
  if (!context) throw new Error('no browser');
  const other = await context.newPage();
  await other.goto('/sign-in');
  await chooseLanguage(other, language);
  return other;
}
