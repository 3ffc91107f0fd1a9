import { expect, test } from '@jest/globals';
import { rolePhrases } from './role-phrase.ts';

test('finds what a text calls the people it looks for', () => {
  expect(rolePhrases('Acme, Berlin.\nSenior Python Developers\n- DevOps')).toEqual([
    'Senior Python Developers',
    'DevOps',
  ]);
});

test('a text without a word of the trade has none', () => {
  expect(rolePhrases('We bake bread.')).toEqual([]);
});
