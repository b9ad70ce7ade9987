import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';

import { TestProviders } from '@/testing/TestProviders';

import { NewPasswordField } from './NewPasswordField';

function Field() {
  const [password, setPassword] = useState('');
  return (
    <NewPasswordField
      label="Nieuw wachtwoord"
      value={password}
      onChange={(event) => {
        setPassword(event.currentTarget.value);
      }}
    />
  );
}

const show = () => {
  render(<Field />, { wrapper: TestProviders });
  return screen.getByLabelText('Nieuw wachtwoord');
};

describe('choosing a password', () => {
  it('shows how far it is while one types', async () => {
    const input = show();
    await userEvent.type(input, 'elf tekens.');
    expect(screen.getByText('Nog te kort: minstens 12 tekens')).toBeVisible();
    expect(screen.getByText('11 tekens')).toBeVisible();
    await userEvent.type(input, 'x');
    expect(screen.getByText('Lang genoeg; langer is sterker')).toBeVisible();
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '67');
  });

  it('is offered to password managers as a new one', () => {
    expect(show()).toHaveAttribute('autocomplete', 'new-password');
  });

  it('can be looked at', async () => {
    const input = show();
    expect(input).toHaveAttribute('type', 'password');
    await userEvent.click(screen.getByRole('button', { name: 'Wachtwoord tonen' }));
    expect(input).toHaveAttribute('type', 'text');
  });

  it('warns while Caps Lock is on', async () => {
    const user = userEvent.setup();
    show().focus();
    await user.keyboard('{CapsLock}');
    expect(screen.getByText('Caps Lock staat aan')).toBeVisible();
    await user.keyboard('{CapsLock}a');
    expect(screen.queryByText('Caps Lock staat aan')).not.toBeInTheDocument();
  });
});
