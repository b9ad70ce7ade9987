import { type Page, expect } from '@playwright/test';

import type { Texts } from './texts';

/**
 * Opens the newest mail to an address in the demo's outbox, as text: tests cannot look into the frame
 * of its make-up, which lets no scripts run.
 */
export async function openMail(page: Page, texts: Texts, email: string): Promise<void> {
  await page.goto('/outbox');
  await expect(page.getByRole('heading', { level: 1, name: texts.outbox.title })).toBeVisible();
  const mails = page.getByRole('navigation', { name: texts.outbox.list });
  await mails.getByRole('link').filter({ hasText: email }).first().click();
  const mail = page.getByRole('article').filter({ hasText: email });
  const frame = mail.locator('iframe');
  await expect(frame).toHaveAttribute('sandbox', 'allow-top-navigation-by-user-activation');
  await expect(frame).toHaveAttribute('srcdoc', /token=/);
  await mail.getByText(texts.outbox.form.text, { exact: true }).click();
  await expect(frame).toBeHidden();
}

/** Follows the link in the newest mail to an address. */
export async function followMail(page: Page, texts: Texts, email: string): Promise<void> {
  await openMail(page, texts, email);
  await page.getByRole('article').locator('a[href*="token="]').click();
  await page.waitForURL(/token=/);
}
