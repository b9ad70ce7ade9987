import { expect, it } from 'vitest';

import { completeAddress, isWebAddress } from './web-address';

it('takes web pages and mail, and nothing that could run', () => {
  for (const address of ['https://example.org', 'HTTP://example.org/a?b', 'mailto:a@example.org']) {
    expect(isWebAddress(address), address).toBe(true);
  }
  const others = ['javascript:alert(1)', 'data:text/html,x', 'ftp://x', '//x', 'x', 'https://', ''];
  for (const address of others) {
    expect(isWebAddress(address), address).toBe(false);
  }
});

it('completes what people type', () => {
  expect(completeAddress(' www.example.org/x ')).toBe('https://www.example.org/x');
  expect(completeAddress('anna@example.org')).toBe('mailto:anna@example.org');
  expect(completeAddress('javascript:alert(1)')).toBe('javascript:alert(1)');
  expect(completeAddress('zie bijlage')).toBe('zie bijlage');
});
