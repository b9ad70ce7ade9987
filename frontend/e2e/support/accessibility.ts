import AxeBuilder from '@axe-core/playwright';
import { type Page, expect } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The one rule whose outcome depends on the colours. */
const CONTRAST = ['color-contrast'];

/** Nothing axe can find, in the light and in the dark scheme. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    await movementEnded(page);
    const runOnly = colorScheme === 'light' ? TAGS : CONTRAST;
    // In the page itself: axe's own way sends what every rule found good to a second page, which takes four times as
    // long. The one frame we have, that of a mail, lets no scripts run in either.
    const axe = new AxeBuilder({ page }).setLegacyMode(true);
    const { violations } = await axe.options({ runOnly, resultTypes: ['violations'] }).analyze();
    const found = violations.map(({ id, nodes }) => ({
      id,
      colorScheme,
      where: nodes.map(({ target, failureSummary }) => [target.join(' '), failureSummary]),
    }));
    expect(found).toEqual([]);
  }
}

/** Half-faded text has too little contrast, so axe looks when all has come to rest. */
async function movementEnded(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const moving = async () => {
      // A change of colours begins in the next frame, and is over in the one after it.
      await frame();
      await frame();
      return document
        .getAnimations()
        .filter(
          ({ effect, playState }) =>
            playState === 'running' && effect?.getComputedTiming().iterations !== Infinity,
        );
    };
    // A movement that another one takes the place of ends as well.
    for (let ending = await moving(); ending.length > 0; ending = await moving()) {
      await Promise.allSettled(ending.map(({ finished }) => finished));
    }
    await frame();
  });
}

/** Nothing sticks out sideways, so that nobody has to scroll in two directions (WCAG 1.4.10). */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(excess).toBeLessThanOrEqual(0);
}
