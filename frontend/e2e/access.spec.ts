import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility';
import { ask } from './support/api';
import { accept } from './support/colleagues';
import { administratorTest as test, expect } from './support/journey';
import { employeeElsewhere, otherBrowser } from './support/other-browser';
import { field } from './support/field';
import { fill } from './support/texts';

/** As one types it: access from outside lasts a year at most, so no date is fixed. */
function inNinetyDays(): string {
  const day = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
  return day.split('-').reverse().join('-');
}

test('users shows which consultants have access; it is withdrawn in one click and ends at once', async ({
  page,
  texts,
  environment,
  language,
}) => {
  const { people } = texts;
  const login = `marieke.${Date.now().toString(36)}`;
  const email = `${login}@advies.example`;
  await page.goto('/people');
  await page.getByRole('link', { name: people.grant.button }).click();
  await expect(page.getByRole('heading', { level: 1, name: people.grant.title })).toBeVisible();
  await field(page, people.field.displayName).fill('Marieke Bos');
  await field(page, people.field.username).fill(login);
  await field(page, people.field.email).fill(email);
  await field(page, people.field.organisation).fill('Bos Advies');
  await field(page, people.field.reason).fill('Begeleiding NEN 7510');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await field(page, people.field.endsOn).fill(inNinetyDays());
  await expect(page.getByRole('button', { name: texts.registers.picker.next })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: people.grant.submit, exact: true }).click();

  const consultants = page.getByRole('region', { name: people.access.consultants.title });
  const row = consultants.getByRole('row', { name: /Marieke Bos/ }).first();
  await expect(row).toContainText('Bos Advies');
  await expect(row).toContainText(people.access.state.inForce);
  await expect(row).toContainText(people.access.noVisit);
  // Apart from the environment's own people.
  await expect(page.getByRole('table', { name: people.title })).not.toContainText('Marieke Bos');
  await expectAccessible(page);

  const theirs = await otherBrowser(page, environment.url, language);
  await accept(theirs, { displayName: 'Marieke Bos', email, login, role: 'viewer' });
  await theirs.goto('/');
  await expect(theirs.getByRole('heading', { name: texts.dashboard.title })).toBeVisible();

  await page.reload();
  await expect(row).not.toContainText(people.access.noVisit);
  const visits = page.getByRole('region', { name: people.visits.title });
  await expect(visits).toContainText('Marieke Bos');

  const of = fill(people.withdraw.of, { name: 'Marieke Bos' });
  await row.getByRole('button', { name: of }).click();
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: people.withdraw.confirm }).click();
  await expect(row).toContainText(people.access.state.withdrawn);
  await theirs.goto('/registers/risks');
  await expect(theirs).toHaveURL(/\/sign-in/);
  await theirs.context().close();
});

test('a group gives a right on a register, which goes when the right is taken away', async ({
  page,
  texts,
  environment,
  language,
  administrator,
}) => {
  const { people, access, settings } = texts;
  const name = `Salarissen ${Date.now().toString(36)}`;
  const { createForm } = await ask<{ createForm: { form: { key: string } } }>(
    administrator,
    'mutation ($input: CreateFormInput!) { createForm(input: $input) { form { key } userErrors { code } } }',
    {
      input: {
        form: {
          name: { nl: name },
          singularName: { nl: 'Salaris' },
          numberPrefix: language === 'nl' ? 'SAL' : 'PAY',
          fields: [{ label: { nl: 'Naam' }, kind: 'TEXT', isRequired: true }],
        },
      },
    },
  );
  const { key } = createForm.form;
  const { theirs, colleague } = await employeeElsewhere(page, {
    administrator,
    environment,
    language,
  });
  const link = theirs.locator(`a[href="/registers/${key}"]`).first();

  // The register is closed to employees.
  await page.goto(`/registers/${key}/access`);
  const rightOf = (whose: string) =>
    page.getByRole('radiogroup', { name: fill(access.rightOf, { name: whose }) });
  await rightOf(settings.role.EMPLOYEE).getByText(access.right.NONE, { exact: true }).click();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: access.save, exact: true }).click();
  await expect(page.getByText(fill(access.saved, { name }))).toBeVisible();
  await theirs.goto('/');
  await expect(theirs.getByRole('heading', { name: texts.dashboard.title })).toBeVisible();
  await expect(link).toHaveCount(0);

  // A group with the colleague in it.
  const group = `Salarisadministratie ${language}`;
  await page.goto('/people/groups');
  await page.getByRole('button', { name: people.groups.new }).first().click();
  await page.getByRole('textbox', { name: people.groups.name }).fill(group);
  await page.getByRole('combobox', { name: people.groups.members }).fill(colleague.displayName);
  await page.getByRole('option', { name: colleague.displayName }).first().click();
  await page.keyboard.press('Escape');
  await expectAccessible(page);
  await page.getByRole('button', { name: people.groups.create }).click();
  await expect(page.getByRole('row', { name: new RegExp(group) })).toContainText(
    colleague.displayName,
  );
  await expectAccessible(page);

  // The group may see the register, and so may its member.
  await page.goto(`/registers/${key}/access`);
  await page.getByRole('combobox', { name: access.addGroup }).click();
  await page.getByRole('option', { name: group }).click();
  await expect(rightOf(group).getByRole('radio', { name: access.right.VIEW })).toBeChecked();
  await page.getByRole('button', { name: access.save, exact: true }).click();
  await expect(page.getByText(fill(access.saved, { name })).first()).toBeVisible();
  await theirs.reload();
  await expect(link).toBeVisible();

  // Taken away again.
  await page.getByRole('button', { name: fill(access.removeOf, { name: group }) }).click();
  await page.getByRole('button', { name: access.save, exact: true }).click();
  await expect(rightOf(group)).toHaveCount(0);
  await theirs.reload();
  await expect(theirs.getByRole('heading', { name: texts.dashboard.title })).toBeVisible();
  await expect(link).toHaveCount(0);
  await theirs.context().close();

  await page.goto('/people/groups');
  await page.getByRole('button', { name: fill(people.groups.deleteOf, { name: group }) }).click();
  await expectAccessible(page);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: people.groups.deleteConfirm, exact: true })
    .click();
  await expect(page.getByRole('row', { name: new RegExp(group) })).toHaveCount(0);
});
