import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';

import { TestProviders } from '@/testing/TestProviders';

import type { RegisterForm } from '../register-form';
import { aField, aForm } from '../testing/sample-form';
import { emptyValue, toEditValues } from './edit-value';
import { FormSections } from './FormSections';

const whenYes = {
  isAny: false,
  tests: [{ fieldKey: 'personal', anyOf: ['YES'], isFilled: null, from: null, to: null }],
};

function Form({ form }: { form: RegisterForm }) {
  const [values, setValues] = useState(() => toEditValues(form.fields, new Map()));
  return (
    <TestProviders>
      <FormSections
        form={form}
        values={values}
        statusKey="open"
        errors={{}}
        onChange={(key, value) => {
          setValues({ ...values, [key]: value });
        }}
      />
    </TestProviders>
  );
}

describe('a form while it is filled in', () => {
  it('shows a field and makes it compulsory as soon as its condition holds', async () => {
    const fields = [
      aField({ key: 'personal', kind: 'YES_NO_NA', label: 'Persoonsgegevens' }),
      aField({ key: 'whose', label: 'Van wie', visibleWhen: whenYes, requiredWhen: whenYes }),
    ];
    render(<Form form={aForm({ fields })} />);
    expect(screen.queryByText('Van wie')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: 'Ja' }));
    expect(screen.getByRole('textbox', { name: /^Van wie/ })).toBeRequired();
    await userEvent.click(screen.getByRole('radio', { name: 'Nee' }));
    expect(screen.queryByText('Van wie')).not.toBeInTheDocument();
  });

  it('tells how many of a checklist are ticked', async () => {
    const options = [
      { key: 'laptop', label: 'Laptop', colour: null },
      { key: 'badge', label: 'Badge', colour: null },
    ];
    const fields = [aField({ key: 'steps', kind: 'CHECKLIST', label: 'Stappen', options })];
    render(<Form form={aForm({ fields })} />);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Badge' }));
    expect(screen.getByText('1 van 2 afgevinkt')).toBeInTheDocument();
  });

  it('completes an address that was typed short', async () => {
    const fields = [aField({ key: 'links', kind: 'WEB_LINK', label: 'Links', isMultiple: true })];
    render(<Form form={aForm({ fields })} />);
    const address = screen.getByRole('textbox', { name: 'Adres 1' });
    await userEvent.type(address, 'example.org');
    await userEvent.tab();
    expect(address).toHaveValue('https://example.org');
    await userEvent.click(screen.getByRole('button', { name: 'Adres toevoegen' }));
    expect(screen.getByRole('textbox', { name: 'Adres 2' })).toBeInTheDocument();
  });

  it('puts the help of a group under its heading, and the standard fields last', () => {
    const form = aForm({
      groups: [{ key: 'who', label: 'Wie', help: 'Wie er meldt.' }],
      fields: [
        aField({ key: '$urls', kind: 'WEB_LINK', label: 'Webadressen', isStandard: true }),
        aField({ key: 'a', label: 'Naam', groupKey: 'who' }),
        aField({ key: 'b', label: 'Verborgen', isHidden: true }),
      ],
    });
    render(<Form form={form} />);
    expect(screen.getByText('Wie er meldt.')).toBeInTheDocument();
    expect(screen.queryByText('Verborgen')).not.toBeInTheDocument();
    const headings = screen.getAllByRole('heading').map((heading) => heading.textContent);
    expect(headings).toEqual(['Wie', 'Bijlagen en koppelingen']);
    expect(emptyValue('WEB_LINK')).toEqual({ kind: 'WEB_LINK', links: [] });
  });
});
