import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fold } from './fold.ts';

test('folding keeps the length, so an index into the folded text is one into the original', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(text).length === text.length));
});

test.each([
  ['PostgreSQL', 'postgresql'],
  ['Émile', 'émile'],
  ['İ', 'İ'],
  ['a\u00a0b\u2011c\u2019s', "a b-c's"],
])('%j folds to %j', (text, expected) => {
  expect(fold(text)).toBe(expected);
});
