import { expect, test } from '@jest/globals';
import { bandOf, barsOf, lineOf, type MonthPoint } from './trend-paths.ts';

const point = (share: number | null, partial = false): MonthPoint => ({
  ...{ population: 10, count: 5, share, partial },
  ...{ low: share === null ? null : share - 1, high: share === null ? null : share + 1 },
});
const months = ['2025-01', '2025-02', '2025-03', '2025-04'];
const place = { x: (column: number) => column, y: (share: number) => share, months };
const series = (points: (MonthPoint | null)[]) => ({
  ...{ id: 'go', label: 'Go' },
  chosenAt: 0,
  points: new Map(points.flatMap((one, i) => (one ? [[months[i]!, one] as const] : []))),
});

test('a line leads over no month without postings', () => {
  const one = series([point(1), point(2), null, point(4)]);
  expect([lineOf(one, place, false), bandOf(one, place)]).toEqual(['M0 1L1 2M3 4', 'M0 2L1 3L1 1L0 0Z']);
});

test('the interval of a month that stands alone is a bar, where a band would have no width', () => {
  const bars = (...points: (MonthPoint | null)[]) => barsOf(series(points), place);
  expect(bars(point(5))).toBe('M-4 4h8m-4 0V6m-4 0h8');
  expect(bars(point(1), point(2), null, point(4))).toBe('M-1 3h8m-4 0V5m-4 0h8');
  expect(bars(point(1), point(2))).toBe('');
  expect(bars(point(null))).toBe('');
});

test('what leads to a month that is not over is a line of its own', () => {
  const one = series([point(1), point(2), point(3, true)]);
  expect([lineOf(one, place, false), lineOf(one, place, true)]).toEqual(['M0 1L1 2', 'M1 2L2 3']);
});

test('a month whose share is not known is no zero', () =>
  expect(lineOf(series([point(null), point(2)]), place, false)).toBe('M1 2'));
