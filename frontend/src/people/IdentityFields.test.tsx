import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';

import { TestProviders } from '@/testing/TestProviders';

import { IdentityFields } from './IdentityFields';

function Example() {
  const [value, setValue] = useState({
    displayName: '',
    email: '',
    username: '',
    locale: 'NL' as const,
  });
  return (
    <IdentityFields
      value={value}
      errorOf={{ email: 'Vul dit veld in.' }}
      onChange={(change) => {
        setValue((current) => ({ ...current, ...change }) as typeof value);
      }}
    />
  );
}

const field = (name: RegExp) => screen.getByRole('textbox', { name });

describe('who somebody new is', () => {
  it('suggests a username after the name', async () => {
    render(<Example />, { wrapper: TestProviders });
    await userEvent.type(field(/^Naam/), 'Anneke de Vries');
    expect(field(/^Gebruikersnaam/)).toHaveValue('anneke.devries');
  });

  it('leaves a username alone that was changed by hand', async () => {
    render(<Example />, { wrapper: TestProviders });
    await userEvent.type(field(/^Naam/), 'Anneke');
    await userEvent.type(field(/^Gebruikersnaam/), '2');
    await userEvent.type(field(/^Naam/), ' Vos');
    expect(field(/^Gebruikersnaam/)).toHaveValue('anneke2');
  });

  it('shows what is wrong at the field', () => {
    render(<Example />, { wrapper: TestProviders });
    expect(field(/^E-mailadres/)).toBeInvalid();
    expect(field(/^E-mailadres/)).toHaveAccessibleDescription('Vul dit veld in.');
  });
});
