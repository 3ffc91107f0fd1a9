import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { printable, printableJson, printableLines } from './printable.ts';

test.each([
  ['plain, with ünïcode 🦓', 'plain, with ünïcode 🦓'],
  ['\u001b[2Jgone', '\\u{1b}[2Jgone'],
  ['a\r\nb\tc\u0000', 'a\\u{d}\\u{a}b\\u{9}c\\u{0}'],
  ['\u202eevil\u2066', '\\u{202e}evil\\u{2066}'],
  ['\u009b31m', '\\u{9b}31m'],
  ['\u061c\u00ad\ufeff\u{e0041}\u2028', '\\u{61c}\\u{ad}\\u{feff}\\u{e0041}\\u{2028}'],
])('what a terminal would obey is written out: %j', (text, shown) => expect(printable(text)).toBe(shown));

test('what is long is cut before it is written out', () => {
  expect(printable('\u0007'.repeat(100_000), 10)).toBe(`${'\\u{7}'.repeat(10)}…`);
});

test('lines stay lines, and only those', () => {
  expect(printableLines('one\n\u001btwo')).toBe('one\n\\u{1b}two');
});

test('JSON reads as the same value, and a terminal obeys nothing of it', () => {
  const value = { 'a\u009b': 'x\u001b]0;t\u0007\u202e\u061c\u00ad\ufeff\u{e0001}\n', n: [1, null] };
  const text = printableJson(value);
  expect(JSON.parse(text)).toEqual(value);
  expect(text).toMatch(/^[ -~]*$/);
});

test('whatever a text is, no control, mark or separator of Unicode is left but the ends of lines', () => {
  const unit = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\u009b', '\u202e', '\u2028', '\n'));
  fc.assert(
    fc.property(fc.array(unit), (parts) => {
      expect(printableLines(parts.join(''))).not.toMatch(/[^\P{C}\n\p{Cs}\p{Cn}\p{Co}]|[\p{Zl}\p{Zp}]/u);
      expect(printable(parts.join(''))).not.toContain('\n');
    }),
  );
});
