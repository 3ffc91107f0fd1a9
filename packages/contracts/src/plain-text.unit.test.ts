import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { firstLine, MAX_DERIVED_TITLE, plainTextOf } from './plain-text.ts';

test('a text that is cleaned again is the same, and begins with its first line', () => {
  const pieces = fc.constantFrom(
    ...['a', 'é', '\u0301', ' ', '\t', '\n', '\r', '\u200b', '\u00a0', '\ud83d', '🦀'],
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (given) => {
      const plain = plainTextOf(given);
      expect(plainTextOf(plain)).toBe(plain);
      expect(plain.startsWith(firstLine(plain, MAX_DERIVED_TITLE).replace(/\ufffd$/, ''))).toBe(true);
    }),
  );
});
