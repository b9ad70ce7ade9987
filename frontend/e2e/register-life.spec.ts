import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility';
import { ask } from './support/api';
import { administratorTest as test, expect } from './support/journey';
import { fill } from './support/texts';

const CREATE = `mutation Create($form: FormInput!) {
  createForm(input: { form: $form }) { form { key } userErrors { code } }
}`;

test('an own register is put away and brought back', async ({ page, texts }) => {
  const { forms } = texts;
  const name = 'Voertuigen';
  await ask(page, CREATE, {
    form: {
      name: { nl: name, en: name },
      singularName: { nl: 'Voertuig', en: 'Voertuig' },
      numberPrefix: 'VTG',
      fields: [{ kind: 'TEXT', label: { nl: 'Kenteken', en: 'Kenteken' } }],
    },
  });
  await page.goto('/settings/registers');
  await expect(page.getByRole('heading', { level: 1, name: forms.life.title })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: fill(forms.life.archiveOf, { name }) }).click();
  await page.getByRole('dialog').getByRole('button', { name: forms.life.confirm.button }).click();
  await expect(page.getByText(fill(forms.life.archived, { name }))).toBeVisible();

  await page.getByRole('tab', { name: forms.life.archivedTitle }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: fill(forms.life.restoreOf, { name }) }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
});

test('a register tells which revisions it has had', async ({ page, texts }) => {
  const { forms } = texts;
  await page.goto('/registers/risks/revisions');
  const table = page.getByRole('table', { name: forms.life.revisions });
  await expect(table.getByText(forms.life.inUse)).toBeVisible();
  await expectAccessible(page);
});

test('the packs of the environment are told with their version', async ({ page, texts }) => {
  const { packs } = texts;
  await page.goto('/settings/packs');
  await expect(page.getByText(packs.current)).toBeVisible();
  await expectAccessible(page);
  await page.goto('/settings/packs/basis');
  await expect(page.getByText(packs.upToDate)).toBeVisible();
});
