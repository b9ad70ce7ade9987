import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SOURCES = join(import.meta.dirname, '..', '..');

// What a module takes from another file goes past PostCSS: `light-dark()` stays, and colours come out as nothing.
test('no style takes a class from another file', () => {
  const modules = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.module.css'),
  );
  expect(modules.length).toBeGreaterThan(20);
  const taking = modules.filter((name) =>
    /composes:[^;]*from/.test(readFileSync(join(SOURCES, name), 'utf8')),
  );
  expect(taking).toEqual([]);
});
