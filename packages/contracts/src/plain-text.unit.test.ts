import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { firstLine, MAX_DERIVED_TITLE, oneLine, plainTextOf } from './plain-text.ts';

test('a text that is cleaned again is the same, and begins with its first line', () => {
  const pieces = fc.constantFrom(
    ...[
      'a',
      'é',
      '\u0301',
      ' ',
      '\t',
      '\n',
      '\r',
      '\u200b',
      '\u200d',
      '\u202a',
      '\ufe0f',
      '\u00a0',
      '\ud83d',
      '🦀',
    ],
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

test.each([
  ['jane.doe\u200d@boats.example', 'jane.doe@boats.example'],
  ['jane@\u200e\u200fboats.example', 'jane@boats.example'],
  ['+49\u200e30901820', '+4930901820'],
  ['\u202a+49\u206630\u206990\u202c', '\u202a+493090\u202c'],
  ['j\u00f6rg\ufe0f@boats.example', 'j\u00f6rg@boats.example'],
  ['jane\u{e0041}\u{e0100}@boats.example', 'jane@boats.example'],
  ['jane@bo\u{1d173}ats.\ufff9example', 'jane@boats.example'],
  ['jo\u0308\u200drg', 'j\u00f6rg'],
])('a mark that hides between Latin letters, digits or signs is taken out: %j', (text, plain) => {
  expect(plainTextOf(text)).toBe(plain);
  expect(oneLine(text)).toBe(plain);
});

test.each([
  'می\u200cخواهم',
  'API\u200cها',
  'क्\u200dष',
  '👩\u200d💻 and 👨\u200d👩\u200d👧',
  '1\ufe0f\u20e3 ❤\ufe0f',
  '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}England',
  'שלום C++\u200e עולם',
  '\u2068jane\u2069 writes',
])('and what other scripts and emoji need stays: %j', (text) => {
  expect(plainTextOf(text)).toBe(text);
});
