import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';

import { RichText } from './RichText';

const show = (html: string) =>
  render(
    <MantineProvider>
      <RichText html={html} />
    </MantineProvider>,
  ).container;

it('shows known markup', () => {
  show(
    '<h2>Aanpak</h2><p>Elk <strong>kwartaal</strong>, zie <a href="https://example.org/x">hier</a></p>',
  );
  expect(screen.getByRole('heading', { level: 3, name: 'Aanpak' })).toBeVisible();
  expect(screen.getByText('kwartaal').tagName).toBe('STRONG');
  expect(screen.getByRole('link', { name: 'hier' })).toHaveAttribute(
    'href',
    'https://example.org/x',
  );
});

it('builds neither scripts, handlers, styles nor images', () => {
  const container = show(
    '<p onclick="x()" style="position:fixed">a<img src=x onerror="x()"><script>x()</script><svg onload="x()"><a>b</a></svg><iframe src="/"></iframe></p>',
  );
  expect(
    container.querySelector(
      'script:not([data-mantine-script]), img, svg, iframe, p[style], [onclick]',
    ),
  ).toBeNull();
  expect(container.querySelector('p')?.textContent).toBe('a');
});

it('keeps the words of a link that leads somewhere unsafe, but not the link', () => {
  const container = show(
    '<a href="javascript:alert(1)">een</a> <a href=" JaVaScRiPt:alert(1)">twee</a> <a href="//evil.example">drie</a>',
  );
  expect(container.querySelector('a')).toBeNull();
  expect(container).toHaveTextContent('een twee drie');
});
