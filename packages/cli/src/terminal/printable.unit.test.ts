import { expect, test } from '@jest/globals';
import { printable, printableLines } from './printable.ts';

test.each([
  ['plain, with ünïcode 🦓', 'plain, with ünïcode 🦓'],
  ['\u001b[2Jgone', '\\u{1b}[2Jgone'],
  ['a\r\nb\tc\u0000', 'a\\u{d}\\u{a}b\\u{9}c\\u{0}'],
  ['\u202eevil\u2066', '\\u{202e}evil\\u{2066}'],
  ['\u009b31m', '\\u{9b}31m'],
])('what a terminal would obey is written out: %j', (text, shown) => expect(printable(text)).toBe(shown));

test('what is long is cut before it is written out', () => {
  expect(printable('\u0007'.repeat(100_000), 10)).toBe(`${'\\u{7}'.repeat(10)}…`);
});

test('lines stay lines, and only those', () => {
  expect(printableLines('one\n\u001btwo')).toBe('one\n\\u{1b}two');
});
