import { type BrowserContext, type Page, test as base, expect } from '@playwright/test';

import { type Colleague, accept, administratorPage, invite } from './colleagues';
import { type DemoEnvironment, type DemoUser, type RunningDemo, startDemo } from './demo-server';
import { chooseLanguage, signIn } from './sign-in';
import { type Texts, textsOf } from './texts';

export interface JourneyOptions {
  language: 'nl' | 'en';
}

interface Journey {
  texts: Texts;
  /** A healthcare organisation: the environment most journeys are in. */
  environment: DemoEnvironment;
  /** Fails the test when the page breaks, logs an error or breaks the content security policy. */
  quietConsole: undefined;
}

interface JourneyWorker {
  demo: RunningDemo;
  /** Signed in as an administrator, for what must be there before a journey begins. */
  administrator: Page;
}

const test = base.extend<JourneyOptions & Journey, JourneyWorker>({
  language: ['nl', { option: true }],
  demo: [
    async ({}, provide) => {
      const demo = await startDemo();
      await provide(demo);
      await demo.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  administrator: [
    async ({ browser, demo }, provide) => {
      const environment = environmentOf(demo, 'zorgpunt.localhost');
      const page = await administratorPage(() => browser.newPage(), environment);
      await provide(page);
      await page.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  environment: async ({ demo }, provide) => {
    await provide(environmentOf(demo, 'zorgpunt.localhost'));
  },
  baseURL: async ({ environment }, provide) => {
    await provide(environment.url);
  },
  texts: async ({ language }, provide) => {
    await provide(textsOf[language]);
  },
  quietConsole: [
    async ({ page }, provide) => {
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        // Refused requests are part of some journeys; what the page makes of them is what counts.
        const isRefusal = message.text().startsWith('Failed to load resource');
        // The trace looks into every frame; that of a mail lets no scripts run, also not the trace's.
        const isOfFrame = message.text().startsWith("Blocked script execution in 'about:srcdoc'");
        if (message.type() === 'error' && !isRefusal && !isOfFrame) {
          complaints.push(message.text());
        }
      });
      await provide(undefined);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

/** Journeys of someone who is not signed in, at the sign-in page in the project's language. */
export const visitorTest = test.extend({
  page: async ({ page, language }, provide) => {
    await page.goto('/');
    await chooseLanguage(page, language);
    await provide(page);
  },
});

type StoredSession = Awaited<ReturnType<BrowserContext['storageState']>>;

/** Journeys of an administrator who is signed in, at the dashboard in the project's language. */
export const administratorTest = test.extend<object, { sessions: Map<string, StoredSession> }>({
  sessions: [
    async ({}, provide) => {
      await provide(new Map());
    },
    { scope: 'worker' },
  ],
  storageState: async ({ browser, environment, language, texts, sessions }, provide) => {
    const session = sessions.get(language) ?? (await sessionOf());
    sessions.set(language, session);
    await provide(session);

    async function sessionOf(): Promise<StoredSession> {
      const page = await browser.newPage({ baseURL: environment.url, storageState: undefined });
      await page.goto('/');
      await chooseLanguage(page, language);
      await signIn(page, texts, userOf(environment, 'administrator'));
      const state = await page.context().storageState();
      await page.close();
      return state;
    }
  },
  page: async ({ page, texts }, provide) => {
    await page.goto('/');
    await dashboardShown(page, texts);
    await provide(page);
  },
});

/** Journeys of somebody of their own, a manager who is signed in, at the dashboard. */
export const colleagueTest = test.extend<{ colleague: Colleague }>({
  colleague: async ({ page, administrator, language, texts }, provide) => {
    const invited = await invite(administrator, { language });
    await page.goto('/sign-in');
    await chooseLanguage(page, language);
    const colleague = await accept(page, invited);
    await page.goto('/');
    await dashboardShown(page, texts);
    await provide(colleague);
  },
});

async function dashboardShown(page: Page, texts: Texts): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: texts.dashboard.title })).toBeVisible();
}

export function environmentOf(demo: RunningDemo, host: string): DemoEnvironment {
  const environment = demo.environments.find((one) => one.host === host);
  if (!environment) throw new Error(`the demonstration has no environment ${host}`);
  return environment;
}

/** The first of that role who has set up the second factor. */
export function userOf(environment: DemoEnvironment, role: string): DemoUser {
  const user = environment.users.find((one) => one.role === role && one.totpSecret !== null);
  if (!user) throw new Error(`${environment.host} has no ${role} with a second factor`);
  return user;
}

/** Someone who has never signed in. */
export function newcomerOf(environment: DemoEnvironment): DemoUser {
  const user = environment.users.find((one) => one.totpSecret === null);
  if (!user) throw new Error(`everyone of ${environment.host} has a second factor`);
  return user;
}

export { expect };
