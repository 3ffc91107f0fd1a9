import { expect, test } from '@jest/globals';
import { englishOf } from './locale.ts';
import { moneyOf } from './money.ts';

test.each([
  ['en-US', '$90,249', '$90K'],
  ['de-DE', 'US$90.249', 'US$90K'],
  ['en-GB', 'US$90,249', 'US$90k'],
])('for a reader of %s pay is %s, and %s on an axis', (reader, full, short) => {
  const locale = englishOf(reader);
  expect(moneyOf(locale, 'standard')(90_249)).toBe(full);
  expect(moneyOf(locale, 'compact')(90_249)).toBe(short);
});

test.each(['en-US', 'de-DE', 'de-AT', 'de-CH', 'fr-FR', 'en-IN', 'sv-SE'])(
  'for a reader of %s pay has the separators of a count',
  (reader) => {
    const locale = englishOf(reader);
    expect(moneyOf(locale, 'standard')(90_249)).toContain(new Intl.NumberFormat(locale).format(90_249));
  },
);
