import type { Page } from '@playwright/test';

import { type Colleague, accept, invite } from './colleagues';
import type { DemoEnvironment } from './demo-server';
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

/** An employee made for one journey, signed in in a browser of their own. */
export async function employeeElsewhere(
  page: Page,
  {
    administrator,
    environment,
    language,
  }: { administrator: Page; environment: DemoEnvironment; language: 'nl' | 'en' },
): Promise<{ theirs: Page; colleague: Colleague }> {
  const invited = await invite(administrator, { language, role: 'EMPLOYEE' });
  const theirs = await otherBrowser(page, environment.url, language);
  return { theirs, colleague: await accept(theirs, invited) };
}
