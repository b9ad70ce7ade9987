import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { texts } from './nl';

const CRATES = join(import.meta.dirname, '../../../crates');

/** Where errors that people can mend are made for the screens; those of operators stay on the command line. */
const SOURCES = ['api', 'auth', 'domain', 'export'].map((crate) => join(CRATES, crate, 'src'));

/**
 * How the server makes such an error: `UserError::at("CODE", …)`, `Error::invalid("CODE", …)`, and the
 * short names that modules give them.
 */
const MADE =
  /(?:UserError::\w+|Error::invalid|\b(?:at|not|fault|missing|unfit))\(\s*"([A-Z][A-Z0-9_]{3,})"/g;
const FORMULA = /=> "(FORMULA_[A-Z_]+)"/g;

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'tests' ? [] : sourcesIn(path);
    return entry.name.endsWith('.rs') && entry.name !== 'tests.rs' ? [path] : [];
  });
}

/** Without what a module only tests itself with. */
const codeOf = (path: string): string =>
  readFileSync(path, 'utf8').split('#[cfg(test)]', 1)[0] ?? '';

describe('every error that a user can mend', () => {
  const codes = new Set(
    SOURCES.flatMap(sourcesIn)
      .map(codeOf)
      .flatMap((code) => [...code.matchAll(MADE), ...code.matchAll(FORMULA)])
      .map(([, code = '']) => code),
  );

  it('is found in the sources of the server', () => {
    expect(codes.size).toBeGreaterThan(60);
    expect(codes).toContain('STATUS_IN_USE');
    expect(codes).toContain('FORMULA_SYNTAX');
  });

  it('has a sentence that says what is wrong', () => {
    const missing = [...codes].filter((code) => !(code in texts.errors.user)).sort();
    expect(missing).toEqual([]);
  });
});
