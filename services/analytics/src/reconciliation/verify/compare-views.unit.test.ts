import { expect, test } from '@jest/globals';
import { compareViews } from './compare-views.ts';

const views = <V>(...list: [string, Record<string, V>][]) =>
  new Map(list.map(([key, fields]) => [key, new Map(Object.entries(fields))]));
const difference = (key: string, field: string, expected: string, found: string) => ({
  ...{ model: 'views', partition: 3, key, field, expected, found },
});

test('every number is compared in both directions; absent equals 0', () => {
  const expected = views<number>(['a', { n: 2, zero: 0, lost: 1 }], ['gone', { n: 1 }], ['same', { n: 5 }]);
  const found = views<string>(
    ['a', { n: '3', extra: '1' }],
    ['more', { n: '4', zero: '0' }],
    ['same', { n: '5' }],
  );
  expect(compareViews(3, expected, found)).toEqual({
    compared: 8,
    differences: [
      difference('a', 'n', '2', '3'),
      difference('a', 'lost', '1', '0'),
      difference('a', 'extra', '0', '1'),
      difference('gone', 'n', '1', '0'),
      difference('more', 'n', '0', '4'),
    ],
  });
});

test('a value that is not a number is a difference', () => {
  expect(compareViews(0, views<number>(['a', { n: 1 }]), views(['a', { n: 'x' }])).differences).toHaveLength(
    1,
  );
});
