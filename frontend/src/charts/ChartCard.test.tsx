import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AnchorHTMLAttributes } from 'react';
import { describe, expect, it, vi } from 'vitest';

import { TestProviders } from '@/testing/TestProviders';

import type { Chart, ChartData } from './chart-documents';
import { ChartCard } from './ChartCard';
import { aChart, aGroup, someData } from './testing/sample-chart';

interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  to: string;
  search?: Record<string, string>;
}

vi.mock('@tanstack/react-router', () => ({
  Link: ({ to, search, className, children, 'aria-label': label }: LinkProps) => (
    <a
      className={className}
      aria-label={label}
      href={`${to}?${new URLSearchParams(search).toString()}`}
    >
      {children}
    </a>
  ),
}));

const groups = [
  aGroup('open', { label: 'Open', colour: 'blue' }),
  aGroup('done', { label: 'Klaar' }),
];
const data = someData(groups, [[12], [3]]);

function show(chart: Chart, figures: ChartData) {
  render(
    <TestProviders>
      <ChartCard chart={chart} register={{ key: 'risks', name: 'Risico’s' }} data={figures} />
    </TestProviders>,
  );
}

describe('a chart', () => {
  it('has a name for each part, which leads to the records behind it', () => {
    show(aChart(), data);
    const bar = screen.getByRole('link', { name: 'Open: 12' });
    expect(bar).toHaveAttribute('href', '/registers/$formKey?status=open');
    expect(
      screen.getByRole('group', { name: 'Per status: 2 groepen, de grootste is Open met 12' }),
    ).toBeInTheDocument();
  });

  it('tells shares in a ring', () => {
    show(aChart({ kind: 'DOUGHNUT' }), data);
    expect(screen.getByRole('link', { name: 'Open: 12 · 80%' })).toBeInTheDocument();
  });

  it('shows the figures behind it as a table', async () => {
    show(aChart(), data);
    const toggle = screen.getByRole('button', { name: 'Tabel van Per status' });
    await userEvent.click(toggle);
    expect(toggle).toHaveAttribute('aria-pressed', 'true');
    const table = screen.getByRole('table', { name: 'Cijfers van Per status' });
    const rows = within(table).getAllByRole('row');
    expect(rows.map((row) => row.textContent)).toEqual([
      'GroepAantal',
      'Open12',
      'Klaar3',
      'Totaal15',
    ]);
  });

  it('says so when there is nothing to draw', () => {
    show(aChart(), someData([], []));
    expect(screen.getByText(/nog geen registraties/)).toBeInTheDocument();
  });
});
