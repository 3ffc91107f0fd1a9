import { expect, test } from '@jest/globals';
import { rolePhrases } from './role-phrase.ts';

test('finds the job titles that a text mentions', () => {
  expect(rolePhrases('Acme, Berlin.\nSenior Python Developers\n- DevOps')).toEqual([
    'Senior Python Developers',
    'DevOps',
  ]);
});

test('a text without a noun of the trade has none', () => {
  expect(rolePhrases('We bake bread.')).toEqual([]);
});
