import { expect, it } from 'vitest';

import { suggestUsername } from './username';

it.each([
  ['Anneke de Vries', 'anneke.devries'],
  ['  José  van ’t Hof-Çelik ', 'jose.vanthofcelik'],
  ['Madonna', 'madonna'],
  ['', ''],
  ['李 雷', ''],
])('suggests for "%s": "%s"', (name, username) => {
  expect(suggestUsername(name)).toBe(username);
});
