import type { Page } from '@playwright/test';

import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility';
import { freshCode } from './support/authenticator';
import {
  type Staged,
  ago,
  backupRun,
  done,
  goodBackups,
  playBackups,
  refusal,
  restore,
} from './support/backup-stage';
import { signInByApi } from './support/colleagues';
import { administratorTest as test, expect, userOf, visitorTest } from './support/journey';
import { type Texts, fill, textsOf } from './support/texts';

/** Opens the page with back-ups the demonstration does not have. */
async function openBackups(
  page: Page,
  { backups }: Texts,
  staged: Staged,
  answers: Parameters<typeof playBackups>[2] = {},
): Promise<void> {
  await playBackups(page, staged, answers);
  await page.goto('/backups');
  await expect(page.getByRole('heading', { level: 1, name: backups.title })).toBeVisible();
}

test('where no back-ups are made, that is what the page says, and whom to ask', async ({
  page,
  texts,
}) => {
  const { backups } = texts;
  const none = { ...goodBackups(), isSetUp: false, runs: [], restores: [] };
  await playBackups(page, none);
  await page.goto('/backups');
  await expect(page.getByText(backups.notSetUp.title)).toBeVisible();
  await expect(page.getByText(backups.notSetUp.whom)).toBeVisible();
  await expect(page.getByRole('button', { name: backups.make.button })).toHaveCount(0);
  await expect(page.getByText(backups.restores.none)).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.goto('/backups/restore');
  await expect(page.getByText(backups.restore.nothing.title)).toBeVisible();
  await expectAccessible(page);
});

test('the demonstration makes its own back-ups, and one more when asked', async ({
  page,
  texts,
}) => {
  // A back-up is made and proven while one waits.
  test.setTimeout(240_000);
  const { backups } = texts;
  await page.goto('/backups');
  const proven = page.getByRole('main').getByText(backups.state.PROVEN, { exact: true });
  // Made at the start, and proven by the keeper beside it, which looks every five seconds.
  await expect(async () => {
    await page.reload();
    await expect(proven.first()).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 120_000 });
  const before = await proven.count();
  await page.getByRole('button', { name: backups.make.button }).click();
  await expect.poll(() => proven.count(), { timeout: 90_000 }).toBeGreaterThan(before);
  await expectAccessible(page);
});

visitorTest(
  'an auditor reads, and an employee is not shown the way',
  async ({ page, environment }) => {
    // The accounts of the demonstration are Dutch, whatever the device was set to.
    const texts = textsOf.nl;
    const { backups, app } = texts;
    await signInByApi(page, userOf(environment, 'auditor'));
    await openBackups(page, texts, goodBackups());
    await expect(page.getByText(backups.verdict.fine)).toBeVisible();
    await expect(page.getByRole('button', { name: backups.make.button })).toHaveCount(0);
    await expect(page.getByRole('link', { name: backups.restore.title })).toHaveCount(0);
    await page.goto('/backups/restore');
    await expect(page.getByText(backups.restore.nothing.notAllowed)).toBeVisible();

    await page.context().clearCookies();
    await page.goto('/sign-in');
    await signInByApi(page, userOf(environment, 'employee'));
    await page.goto('/account');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('link', { name: app.menu.backups, exact: true })).toHaveCount(0);
  },
);

test('one sees at a glance whether all is well, and finds each back-up with what was checked', async ({
  page,
  texts,
}) => {
  const { backups, app } = texts;
  const staged = goodBackups();
  await openBackups(page, texts, staged);
  const verdict = page.getByRole('region', { name: backups.verdict.title });
  await expect(verdict).toContainText(backups.verdict.fine);
  await expect(page.getByRole('region', { name: backups.store.HOT })).toContainText(
    backups.place.health.fine,
  );
  await expect(page.getByRole('region', { name: backups.keeper.title })).toContainText(
    backups.keeper.badge.fine,
  );
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  const list = page
    .getByRole('main')
    .locator('table, ul')
    .filter({ hasText: backups.state.PROVEN });
  const moment = list.getByRole('button').filter({ has: page.locator('time') });
  await moment.first().click();
  const details = page.getByRole('dialog');
  for (const check of Object.values(backups.details.check)) {
    await expect(details).toContainText(check);
  }
  await expectAccessible(page);
  await details.getByRole('button', { name: app.action.close, exact: true }).last().click();

  await page.getByRole('button', { name: backups.list.state, exact: true }).click();
  await page.getByRole('checkbox', { name: backups.state.REFUTED }).check();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/state=refuted/);
  await expect(page.getByRole('main').getByText(backups.state.REFUTED)).toHaveCount(1);
  await expect(page.getByRole('main').getByText(backups.state.PROVEN, { exact: true })).toHaveCount(
    0,
  );
  await page.goto('/backups?state=asked&store=cold');
  await expect(page.getByText(backups.list.nothing)).toBeVisible();
  await page.getByRole('button', { name: backups.list.clear }).click();
  await expect(page).not.toHaveURL(/state|store/);
});

test('what is wrong is said in words, with since when', async ({ page, texts }) => {
  const { backups } = texts;
  const staged = goodBackups();
  const [hot, cold] = staged.places;
  Object.assign(hot ?? {}, { overdueSince: ago(2) });
  Object.assign(cold ?? {}, { lastTakenAt: null, lastProvenTakenAt: null });
  Object.assign(staged, { isLastDrillNoticed: false, isKeeperSound: false });
  await openBackups(page, texts, staged);
  await expect(page.getByText(backups.verdict.wrong)).toBeVisible();
  await expect(page.getByRole('region', { name: backups.store.HOT })).toContainText(
    backups.place.overdue,
  );
  await expect(page.getByRole('region', { name: backups.store.COLD })).toContainText(
    backups.place.health.none,
  );
  await expect(page.getByText(backups.keeper.unnoticed)).toBeVisible();
  await expectAccessible(page);
});

test('a back-up is made now, while one watches', async ({ page, texts }) => {
  const { backups, errors } = texts;
  const staged = goodBackups();
  const run = backupRun('bru_now', 'HOT', 0, { state: 'ASKED', reason: 'HAND', doneBytes: 0 });
  let isRefused = true;
  await openBackups(page, texts, staged, {
    MakeBackup: () => {
      const refused = { backup: null, ...refusal('BACKUP_UNDER_WAY') };
      if (!isRefused) staged.runs.unshift(run);
      return { data: { makeBackup: isRefused ? refused : { backup: { id: run.id }, ...done } } };
    },
  });
  const make = page.getByRole('button', { name: backups.make.button });
  await make.click();
  await expect(page.getByText(errors.user.BACKUP_UNDER_WAY)).toBeVisible();
  isRefused = false;
  await make.click();
  const underWay = page.getByRole('region', { name: backups.underWay.title });
  await expect(underWay).toContainText(backups.underWay.ASKED);
  await expect(make).toHaveAttribute('aria-disabled', 'true');
  Object.assign(run, { state: 'RUNNING', doneBytes: 16e6, totalBytes: 64e6 });
  await expect(underWay.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '25');
  await expect(underWay).toContainText(/16.MB/);
  await expectAccessible(page);
  Object.assign(run, backupRun(run.id, 'HOT', 0, { state: 'MADE', reason: 'HAND' }));
  await expect(underWay).toBeHidden();
  const [before = ''] = backups.make.done.split('{{moment}}');
  await expect(page.getByText(before)).toBeVisible();
});

test('the environment is put back by keyboard alone, through a code, to the end of the session', async ({
  page,
  texts,
  environment,
}) => {
  // Many pages, each looked at in both themes.
  test.slow();
  const { backups, auth, app, errors } = texts;
  const staged = goodBackups();
  let lost: string | null = null;
  let asksForCode = true;
  let wish: unknown = null;
  const asked = restore('rst_1');
  await openBackups(page, texts, staged, {
    Backups: () => (lost === null ? { data: { backups: staged } } : { code: lost }),
    RequestRestore: ({ input }) => {
      if (asksForCode) {
        // A code was shown at sign-in, minutes ago: here as if it were longer.
        asksForCode = false;
        return { code: 'STEP_UP_REQUIRED' };
      }
      wish = input;
      staged.restores.unshift(asked);
      return { data: { requestRestore: { restore: { id: asked.id }, ...done } } };
    },
  });
  const press = async (name: string) => {
    await page.getByRole('button', { name, exact: true }).focus();
    await page.keyboard.press('Enter');
  };
  await page.getByRole('link', { name: backups.restore.title, exact: true }).focus();
  await page.keyboard.press('Enter');
  const { choose, effects, confirm, progress } = backups.restore;
  await expect(page.getByRole('heading', { name: choose.title })).toBeVisible();
  await press(app.action.next);
  await expect(page.getByText(choose.required)).toBeVisible();
  await page.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio').nth(1)).toBeChecked();
  await expect(page.getByText(choose.lost)).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await press(app.action.next);
  await expect(page.getByRole('heading', { name: effects.title })).toBeFocused();
  await expect(page.getByText(effects.sessions)).toBeVisible();
  await expectAccessible(page);
  await press(app.action.next);
  await expect(page.getByRole('heading', { name: confirm.title })).toBeFocused();
  await page.getByLabel(confirm.name).fill('Een andere omgeving');
  await press(confirm.submit);
  await expect(page.getByText(errors.user.CONFIRMATION_DIFFERS)).toBeVisible();
  await expect(page.getByText(fill(errors.user.REASON_INVALID, { max: 500 }))).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel(backups.reason.label).fill('Een import heeft\nalles overschreven.');
  await page.getByLabel(confirm.name).fill(environment.name);
  await press(confirm.submit);
  await expect(page.getByRole('dialog', { name: auth.stepUp.title })).toBeVisible();
  await page.keyboard.type(await freshCode(userOf(environment, 'administrator').totpSecret ?? ''));

  await expect(page.getByRole('heading', { level: 1, name: progress.title })).toBeVisible();
  expect(wish).toEqual({
    backupId: 'bru_c1',
    reason: 'Een import heeft alles overschreven.',
    confirmation: environment.name,
  });
  const now = page.locator('[aria-current="step"]');
  await expect(now).toContainText(progress.stage.ASKED);
  asked.state = 'WAITING';
  await expect(now).toContainText(progress.stageDetail.WAITING);
  await expect(page.getByRole('button', { name: progress.cancel })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  asked.state = 'RESTORING';
  await expect(now).toContainText(progress.stageDetail.RESTORING);
  await expect(page.getByRole('button', { name: progress.cancel })).toHaveCount(0);
  lost = 'UNAVAILABLE';
  await expect(page.getByText(progress.silence)).toBeVisible();
  lost = 'UNAUTHENTICATED';
  await expect(page.getByText(progress.ended.detail)).toBeVisible();
  await expect(page.getByRole('button', { name: progress.ended.button })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByText(auth.notice['environment-restored'])).toBeVisible();

  // Signed in again, one comes back to how it went.
  lost = null;
  asked.state = 'DONE';
  await page.goto(new URL(page.url()).searchParams.get('returnTo') ?? '');
  await expect(page.getByText(progress.over.DONE)).toBeVisible();
});

test('one thinks better of it, or is too late for that, or it fails: each is told', async ({
  page,
  texts,
}) => {
  const { backups, errors } = texts;
  const { progress, banner } = backups.restore;
  const staged = goodBackups();
  const asked = restore('rst_1', { state: 'WAITING' });
  staged.restores.unshift(asked);
  let isLate = true;
  await openBackups(page, texts, staged, {
    CancelRestore: () => {
      const refused = { restore: null, ...refusal('TOO_LATE', ['id']) };
      if (!isLate) asked.state = 'CANCELLED';
      return { data: { cancelRestore: isLate ? refused : { restore: { id: asked.id }, ...done } } };
    },
  });
  await expect(page.getByText(banner.title)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: banner.follow }).click();
  const cancel = page.getByRole('button', { name: progress.cancel });
  await cancel.click();
  await expect(page.getByText(errors.user.TOO_LATE)).toBeVisible();
  isLate = false;
  await cancel.click();
  await expect(page.getByText(progress.over.CANCELLED_detail)).toBeVisible();
  await expectAccessible(page);

  Object.assign(asked, { state: 'FAILED', failure: 'HANDOVER_TIMED_OUT' });
  await page.reload();
  await expect(page.getByText(backups.failure.HANDOVER_TIMED_OUT)).toBeVisible();
  await expect(page.getByText(progress.over.FAILED_detail)).toBeVisible();
  await expect(page.getByRole('link', { name: progress.retry })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: progress.toList }).click();
  await expect(page.getByText(backups.failure.HANDOVER_TIMED_OUT)).toBeVisible();
  await expectNoSidewaysScroll(page);
});
