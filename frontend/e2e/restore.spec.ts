import { ask } from './support/api';
import { freshCode } from './support/authenticator';
import { environmentOf, expect, userOf, visitorTest } from './support/journey';
import { fillPassword, signIn, typeCode } from './support/sign-in';

// All sessions end with it: in the environment that no other journey is in.
const test = visitorTest.extend({
  environment: async ({ demo }, provide) => {
    await provide(environmentOf(demo, 'bouwgroep.localhost'));
  },
});

const COUNT = 'query { form(key: "assets") { records(first: 1) { totalCount } } }';

interface Counted {
  form: { records: { totalCount: number } };
}

test('an environment is really put back, and people sign in to what was there', async ({
  page,
  texts,
  environment,
  language,
}) => {
  test.skip(language !== 'nl', 'what the screens say is told by journeys that are staged');
  test.setTimeout(420_000);
  const { backups, auth, app } = texts;
  const { effects, confirm, progress } = backups.restore;
  const administrator = userOf(environment, 'administrator');
  await signIn(page, texts, administrator);
  await page.goto('/backups/restore');
  await expect(page.getByRole('radio').first()).toBeVisible({ timeout: 120_000 });

  const { form } = await ask<Counted>(page, COUNT);
  const { recordByNumber } = await ask<{ recordByNumber: { id: string } }>(
    page,
    'query { recordByNumber(formKey: "assets", number: 1) { id } }',
  );
  await ask(
    page,
    'mutation ($input: DuplicateRecordInput!) { duplicateRecord(input: $input) { record { id } } }',
    { input: { id: recordByNumber.id } },
  );
  expect((await ask<Counted>(page, COUNT)).form.records.totalCount).toBe(
    form.records.totalCount + 1,
  );

  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: app.action.next, exact: true }).click();
  await expect(page.getByRole('heading', { name: effects.title })).toBeVisible();
  await page.getByRole('button', { name: app.action.next, exact: true }).click();
  await page.getByLabel(backups.reason.label).fill('Een import heeft alles overschreven.');
  await page.getByLabel(confirm.name).fill(environment.name);
  await page.getByRole('button', { name: confirm.submit, exact: true }).click();
  const stepUp = page.getByRole('dialog', { name: auth.stepUp.title });
  const title = page.getByRole('heading', { level: 1, name: progress.title });
  await expect(stepUp.or(title).first()).toBeVisible();
  if (await stepUp.isVisible()) {
    await page.keyboard.type(await freshCode(administrator.totpSecret ?? ''));
  }
  await expect(page.getByText(progress.ended.detail)).toBeVisible({ timeout: 240_000 });
  await page.getByRole('button', { name: progress.ended.button }).click();
  await expect(page.getByText(auth.notice['environment-restored'])).toBeVisible();

  // Back at how it went; then at what is there now.
  await fillPassword(page, texts, administrator);
  await expect(page.getByRole('heading', { level: 1, name: auth.code.title })).toBeVisible();
  await typeCode(page, await freshCode(administrator.totpSecret ?? ''));
  await expect(page.getByText(progress.over.DONE)).toBeVisible({ timeout: 60_000 });
  expect((await ask<Counted>(page, COUNT)).form.records.totalCount).toBe(form.records.totalCount);
  await page.goto('/audit');
  await expect(page.getByText(texts.audit.actions.environment.put_back).first()).toBeVisible();
});
