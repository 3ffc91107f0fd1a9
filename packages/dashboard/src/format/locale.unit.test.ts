import { expect, test } from '@jest/globals';
import { englishOf } from './locale.ts';

const written = (reader: string) => {
  const locale = englishOf(reader);
  const month = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  return [new Intl.NumberFormat(locale).format(1234.5), month.format(Date.UTC(2025, 2))];
};

test.each([
  ['en-US', '1,234.5', 'Mar 2025'],
  ['de', '1.234,5', 'Mar 2025'],
  ['ja', '1,234.5', 'Mar 2025'],
  ['ar-EG', '1,234.5', 'Mar 2025'],
])('for a reader of %s numbers and months are English, as %s and %s', (reader, number, month) =>
  expect(written(reader)).toEqual([number, month]),
);
