import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility';
import { administratorTest as test, expect } from './support/journey';
import { fill } from './support/texts';

test('a change that locks out its maker is refused, with the ways on from there', async ({
  page,
  texts,
}) => {
  const { firewall } = texts;
  await page.goto('/firewall');
  await expect(page.getByRole('heading', { level: 1, name: firewall.title })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  // Elsewhere alone may come in: not here.
  const add = fill(firewall.addTo.ALLOW, { channel: firewall.channel.BROWSER });
  await page.getByRole('button', { name: add }).click();
  const network = page.getByRole('textbox', {
    name: fill(firewall.fieldOf, { field: firewall.network, list: firewall.list.ALLOW, number: 1 }),
  });
  await network.first().fill('geen netwerk');
  await page.getByRole('button', { name: firewall.save, exact: true }).click();
  await expect(page.getByText(texts.errors.user.INVALID_NETWORK)).toBeVisible();
  await expectAccessible(page);
  await network.first().fill('203.0.113.0/24');
  await page.getByRole('button', { name: firewall.save, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: firewall.lockOut.title });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);

  // Kept waiting: nothing changes until somebody else confirms.
  await dialog.getByRole('button', { name: firewall.lockOut.ask }).click();
  await expect(page.getByText(firewall.pending.title)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: firewall.pending.confirm }).click();
  const refusal = fill(texts.errors.user.LOCKS_YOU_OUT, { address: '127.0.0.1' });
  await expect(page.getByText(refusal)).toBeVisible();
  await page.getByRole('button', { name: firewall.pending.discard }).click();
  await expect(page.getByText(firewall.pending.title)).toBeHidden();
  await page.reload();
  await expect(page.getByText(firewall.open).first()).toBeVisible();
});

test('a rule keeps an address out, as the test says before and after saving', async ({
  page,
  texts,
}) => {
  const { firewall } = texts;
  await page.goto('/firewall');
  const add = fill(firewall.addTo.DENY, { channel: firewall.channel.BROWSER });
  await page.getByRole('button', { name: add }).click();
  const named = (field: string) =>
    fill(firewall.fieldOf, { field, list: firewall.list.DENY, number: 1 });
  await page.getByRole('textbox', { name: named(firewall.network) }).fill('198.51.100.0/24');
  await page.getByRole('textbox', { name: named(firewall.note) }).fill('Misbruik');
  const test = async (address: string, verdict: string) => {
    await page.getByLabel(firewall.test.address).fill(address);
    await page.getByRole('button', { name: firewall.test.button, exact: true }).click();
    await expect(page.getByText(verdict)).toBeVisible();
  };
  await expect(page.getByText(firewall.test.withChanges)).toBeVisible();
  await test('198.51.100.7', firewall.test.out);
  await expectAccessible(page);
  await test('192.0.2.1', firewall.test.in);
  await test('geen adres', firewall.test.noAddress);
  await page.getByRole('button', { name: firewall.save, exact: true }).click();
  await expect(page.getByText(firewall.saved)).toBeVisible();
  await page.reload();
  await test('198.51.100.7', firewall.test.out);

  // Leaving with changes that are not saved asks first.
  await page.getByRole('button', { name: /198\.51\.100\.0/ }).click();
  await page.getByRole('link', { name: texts.app.menu.dashboard, exact: true }).click();
  await expect(page.getByText(texts.registers.edit.leave.title)).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: texts.app.action.cancel }).click();
  await page.getByRole('button', { name: firewall.save, exact: true }).click();
  await expect(page.getByText(firewall.saved).first()).toBeVisible();
});
