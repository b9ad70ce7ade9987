import type { Locator, Page } from '@playwright/test';

/** A field by the beginning of its label: `Naam` is not `Gebruikersnaam`, and may be `Naam verplicht`. */
export const field = (page: Page, label: string): Locator =>
  page.getByRole('textbox', { name: new RegExp(`^${label.replace(/[()]/g, '\\$&')}`) });
