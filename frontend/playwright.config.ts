import { defineConfig, devices } from '@playwright/test';

import type { JourneyOptions } from './e2e/support/journey';

const desktop = { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } };
const mobile = { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } };

/** On a telephone: what looks different there. Files are imported and exported at a desk. */
const onTelephone = /(accessibility|account|backups|links|registers|shell)\.spec\.ts$/;

export default defineConfig<JourneyOptions>({
  testDir: 'e2e',
  globalSetup: './e2e/support/global-setup.ts',
  outputDir: 'test-results',
  // Each worker runs a server of its own; more of them only makes all of them slow.
  workers: Number(process.env.WAARBORG_E2E_WORKERS ?? 2),
  forbidOnly: true,
  // A journey that needs its second chance is told as flaky, with the trace of the first.
  retries: process.env.CI ? 1 : 0,
  // Long enough for a machine that does other work too; a wait for a fresh code alone takes up to 30 s.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    launchOptions: {
      // The machine's own browser, so that nothing is downloaded.
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-sync'],
    },
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'nl', use: { ...desktop, language: 'nl', colorScheme: 'light' } },
    { name: 'en', use: { ...desktop, language: 'en', colorScheme: 'dark' } },
    {
      name: 'nl-mobile',
      testMatch: onTelephone,
      use: { ...mobile, language: 'nl', colorScheme: 'dark' },
    },
    {
      name: 'en-mobile',
      testMatch: onTelephone,
      use: { ...mobile, language: 'en', colorScheme: 'light' },
    },
  ],
});
