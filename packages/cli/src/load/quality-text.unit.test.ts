import { expect, test } from '@jest/globals';
import type { Quality } from '@skillstream/files';
import { qualityLines, type Placed } from './quality-text.ts';

const quality = (withoutPlace: number): Quality => ({
  ...{ postings: 5, withoutDate: 0, withoutPlace, repeated: 0 },
  ...{ unread: new Map(), ids: new Map() },
});

test.each<[number, Placed | null, string]>([
  [0, null, 'all name a place'],
  [3, null, '3 without a place in a field of its own (title or text may name one)'],
  [3, { of: 0, without: 0 }, '3 without a place in a field of its own (title or text may name one)'],
  [0, { of: 5, without: 2 }, '2 without a place'],
  [5, { of: 5, without: 0 }, 'all have a place'],
  [5, { of: 4, without: 0 }, 'of 4 that can be stored all have a place'],
  [0, { of: 4, without: 1 }, 'of 4 that can be stored 1 without a place'],
])(
  '%d rows without a field for the place, and %j of what would be stored, are "%s"',
  (without, placed, said) =>
    expect(qualityLines([quality(without)], placed)).toEqual([
      `of 5 postings read, all have a date, ${said}`,
    ]),
);

test('of cells that were not understood the first of each column is named, with the file where there are several', () => {
  const first = { file: 'a.csv', line: 3, value: '60-70k' };
  const one = { ...quality(0), unread: new Map([['Pay', { cells: 2, first }]]) };
  const other = {
    ...quality(0),
    unread: new Map([
      ['Pay', { cells: 1, first: { file: 'b.csv', line: 9 } }],
      ['Remote', { cells: 1, first: { file: 'b.csv', line: 7 } }],
    ]),
  };
  expect(qualityLines([one, other]).at(-1)).toBe(
    'cells that were not understood and are left out: 3 in Pay (first in a.csv, line 3: 60-70k), 1 in Remote (b.csv, line 7)',
  );
});
