import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';

import { answerGraphql } from '@/testing/answer-graphql';
import { TestProviders } from '@/testing/TestProviders';

import { WordPicker } from './WordPicker';

const words = ['Financiën', 'ICT'];

function show(value: string[] = []) {
  answerGraphql({
    Suggestions: ({ search }) => ({
      data: {
        form: {
          id: 'frm_1',
          suggestions: words.filter((word) => word.toLowerCase().includes(String(search))),
        },
      },
    }),
  });
  const onChange = vi.fn();
  render(
    <WordPicker
      source={{ formKey: 'risks', fieldKey: 'department' }}
      label="Afdeling"
      value={value}
      onChange={onChange}
      isMultiple
    />,
    { wrapper: TestProviders },
  );
  return onChange;
}

it('takes a word that the other register has', async () => {
  const onChange = show();
  await userEvent.type(screen.getByRole('combobox', { name: 'Afdeling' }), 'ict');
  await userEvent.click(await screen.findByRole('option', { name: 'ICT', hidden: true }));
  expect(onChange).toHaveBeenCalledWith(['ICT']);
});

it('says what to do about a word that is not there, and keeps the ones that are', async () => {
  const onChange = show(['Oud woord']);
  await userEvent.type(screen.getByRole('combobox', { name: 'Afdeling' }), 'inkoop{Enter}');
  expect(await screen.findByText(/Dit woord komt niet voor/)).toBeInTheDocument();
  expect(onChange).not.toHaveBeenCalled();
  expect(screen.getByText('Oud woord')).toBeInTheDocument();
});
