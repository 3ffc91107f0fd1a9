import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { wholeNumber } from './whole-number.ts';

const number = wholeNumber(0, 1000);

test.each([
  '0x10',
  '1e2',
  '+5',
  '-5',
  '5.0',
  '5.5',
  '007',
  ' 5',
  '5 ',
  '',
  ' ',
  '٣',
  '1_000',
  'five',
  'Infinity',
  'NaN',
])('"%s" is no whole number in decimal digits', (text) => expect(number.safeParse(text).success).toBe(false));

test.each(['1001', '99999999999999999999', '9'.repeat(8000)])('%s is more than may be', (text) => {
  expect(number.safeParse(text).success).toBe(false);
});

test('every number within the bounds is read as it is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1000 }), (n) => {
      expect([number.parse(String(n)), number.parse(n)]).toEqual([n, n]);
    }),
  );
});
