import { expect, test } from '@jest/globals';
import { quotableOf } from './quotable.ts';

test.each(['55', '55-65', '60 – 70k', '6.500', '1.200,50 €', '45000-55000', '$ 4,500', '1.500.000'])(
  'a pay of %s is quoted',
  (value) => expect(quotableOf('salary', value)).toBe(value),
);

test.each([
  'nach Vereinbarung',
  'ask Jane Doe',
  '0170 1234567',
  '(415) 555-0100',
  '415-555-0100',
  '17012345678',
  '1234567',
  '555-0100',
  '171.123.456',
  '+49 170 12',
  'jane@acme.example',
  `5${' '.repeat(50)}5`,
])('a pay of "%s" is not', (value) => expect(quotableOf('salary', value)).toBeUndefined());

test('cells of other columns are not quoted, whatever they are', () => {
  for (const field of ['workplace', 'remote', 'employmentType', 'title'] as const)
    expect(quotableOf(field, '55')).toBeUndefined();
});

test.each(['555.123-4567', '172-123456', '176123', '30-123456', '555-1234', '176123-456789'])(
  'what may be the number of a phone is not quoted: %s',
  (text) => {
    expect(quotableOf('salary', text)).toBeUndefined();
  },
);
