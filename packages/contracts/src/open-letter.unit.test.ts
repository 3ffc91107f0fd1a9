import { expect, test } from '@jest/globals';
import { openAtEnd } from './open-letter.ts';

test.each([
  ['nothing', '', 0],
  ['a letter of ASCII', 'a', 0],
  ['a whole letter of two bytes', 'ü', 0],
  ['a whole letter of four bytes', '🦀', 0],
])('at the end of a text that ends with %s no letter is open', (_what, text, open) => {
  expect(openAtEnd(Buffer.from(text))).toBe(open);
});

test.each(['aü', 'a€', 'a🦀'])('of the last letter of %s all bytes before its last are open', (text) => {
  const bytes = Buffer.from(text);
  for (let cut = 1; cut < bytes.length - 1; cut += 1)
    expect(openAtEnd(bytes.subarray(0, bytes.length - cut))).toBe(bytes.length - 1 - cut);
});
