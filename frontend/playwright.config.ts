import { existsSync } from 'node:fs';

import { defineConfig, devices } from '@playwright/test';

import type { JourneyOptions } from './e2e/support/journey';

const desktop = { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } };
const mobile = { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } };

/** The machine's own browser, so that nothing is downloaded; the one without windows does less. */
const browser =
  process.env.CHROMIUM_PATH ??
  ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path));

/** On a telephone: what looks different there. Files are imported and exported at a desk. */
const onTelephone = /(accessibility|account|backups|links|registers|shell)\.spec\.ts$/;
/** In the second language: every kind of page. What it does is the same, and has been seen to work in the first. */
const inEnglish = /(accessibility|archive|audit|backups|export|registers|shell|sign-in)\.spec\.ts$/;
/** In the second language, on a telephone: how long its words are. */
const inEnglishOnTelephone = /(accessibility|shell)\.spec\.ts$/;

export default defineConfig<JourneyOptions>({
  testDir: 'e2e',
  globalSetup: './e2e/support/global-setup.ts',
  outputDir: 'test-results',
  // Each worker runs a server of its own; more of them only makes all of them slow.
  workers: Number(process.env.WAARBORG_E2E_WORKERS ?? 2),
  forbidOnly: true,
  // A journey that needs its second chance is told as flaky, with a trace of it.
  retries: process.env.CI ? 1 : 0,
  // Long enough for a machine that does other work too; a wait for a fresh code alone takes up to 30 s.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    launchOptions: {
      executablePath: browser,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-sync'],
    },
    contextOptions: { reducedMotion: 'reduce' },
    // Only then: a trace of every journey takes a quarter of all time.
    trace: 'on-first-retry',
  },
  projects: [
    { name: 'nl', use: { ...desktop, language: 'nl', colorScheme: 'light' } },
    {
      name: 'en',
      testMatch: inEnglish,
      use: { ...desktop, language: 'en', colorScheme: 'dark' },
    },
    {
      name: 'nl-mobile',
      testMatch: onTelephone,
      use: { ...mobile, language: 'nl', colorScheme: 'dark' },
    },
    {
      name: 'en-mobile',
      testMatch: inEnglishOnTelephone,
      use: { ...mobile, language: 'en', colorScheme: 'light' },
    },
  ],
});
