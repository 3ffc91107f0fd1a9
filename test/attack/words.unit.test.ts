import { expect, test } from '@jest/globals';
import { inTarget } from './words.ts';

test.each([
  ['a text', 'a b/é', 'a%20b%2F%C3%A9'],
  ['half a surrogate pair, as UTF-8 forbids it', '\ud800', '%ED%A0%80'],
  ['the other half', 'x\udfff', 'x%ED%BF%BF'],
  ['a whole pair', '𝒳', '%F0%9D%92%B3'],
])('%s', (_what, word, expected) => expect(inTarget(word)).toBe(expected));
