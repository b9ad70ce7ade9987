import { expect, it } from 'vitest';

import { mentionAtEnd } from './mention-query';

it('finds the name that is being typed', () => {
  expect(mentionAtEnd('@')).toEqual({ length: 1, words: '' });
  expect(mentionAtEnd('Graag een blik, @ann')).toEqual({ length: 4, words: 'ann' });
  expect(mentionAtEnd('(@Joost van d')).toEqual({ length: 12, words: 'Joost van d' });
});

it('takes a mail address for no name, and stops where the sentence goes on', () => {
  expect(mentionAtEnd('mail naar info@example')).toBeNull();
  expect(mentionAtEnd('@ann, kunt u')).toBeNull();
  expect(mentionAtEnd('@ ann')).toBeNull();
  expect(mentionAtEnd('@Joost van der Berg kijkt')).toBeNull();
});
