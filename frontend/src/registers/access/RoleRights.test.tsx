import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';

import { TestProviders } from '@/testing/TestProviders';

import type { RoleRight } from './access-draft';
import { RoleRights } from './RoleRights';

const roles: RoleRight[] = [
  { role: 'ADMINISTRATOR', right: 'EDIT', defaultRight: 'EDIT' },
  { role: 'EMPLOYEE', right: 'NONE', defaultRight: 'OWN' },
  { role: 'AUDITOR', right: 'VIEW', defaultRight: 'VIEW' },
];

function show(canChange = true) {
  const onChange = vi.fn();
  render(<RoleRights roles={roles} canChange={canChange} onChange={onChange} />, {
    wrapper: TestProviders,
  });
  return onChange;
}

const rightsOf = (role: string) =>
  within(screen.getByRole('radiogroup', { name: `Recht van ${role}` }));

describe('the rights of roles', () => {
  it('can be changed for an employee', async () => {
    const onChange = show();
    await userEvent.click(rightsOf('Medewerker').getByRole('radio', { name: 'Lezen' }));
    expect(onChange).toHaveBeenCalledExactlyOnceWith([
      roles[0],
      { role: 'EMPLOYEE', right: 'VIEW', defaultRight: 'OWN' },
      roles[2],
    ]);
  });

  it('stay as they are for an administrator, so that nobody locks everybody out', () => {
    show();
    for (const choice of rightsOf('Beheerder').getAllByRole('radio')) {
      expect(choice).toBeDisabled();
    }
  });

  it('let an auditor read or nothing', () => {
    show();
    const offered = rightsOf('Auditor').getAllByRole('radio');
    expect(offered.map((choice) => (choice as HTMLInputElement).value)).toEqual(['NONE', 'VIEW']);
  });

  it('can be brought back to what the register gives', async () => {
    const onChange = show();
    expect(screen.getByText(/standaard: Eigen/)).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Standaard van Medewerker herstellen' }),
    );
    expect(onChange.mock.lastCall?.[0]).toContainEqual({
      role: 'EMPLOYEE',
      right: 'OWN',
      defaultRight: 'OWN',
    });
  });

  it('are only shown to those who may not change them', () => {
    show(false);
    expect(screen.queryByRole('button')).toBeNull();
    for (const choice of screen.getAllByRole('radio')) expect(choice).toBeDisabled();
  });
});
