import { expect, test } from '@jest/globals';
import { answeredOf, isPartial, monthsOf, ofOneOrigin, seriesOf } from './trend-series.ts';

const month = (name: string) => ({ month: name, population: 4, count: 1, share: 0.25, low: 0.1, high: 0.6 });
const now = new Date('2025-03-31T23:59:59Z');

test.each([
  ['2025-02', false],
  ['2025-03', true],
  ['2025-04', true],
])('%s is partial on the last evening of March: %s', (name, partial) =>
  expect(isPartial(name, now)).toBe(partial),
);

test('months have no gap, from the first of any trend to the last', () => {
  expect(monthsOf([{ months: [month('2024-11')] }, { months: [month('2025-02')] }])).toEqual([
    ...['2024-11', '2024-12', '2025-01', '2025-02'],
  ]);
  expect([monthsOf([]), monthsOf([{ months: [] }])]).toEqual([[], []]);
});

test('months are bounded, whatever the postings say of their dates', () =>
  expect(monthsOf([{ months: [month('0001-01'), month('9999-12')] }])).toHaveLength(1200));

test('a series has the numbers of its trend', () => {
  const trend = {
    skillId: 'go',
    filter: {},
    months: [month('2025-03')],
    answeredFrom: { model: 'views', caughtUp: true, viewVersion: null },
  } as const;
  const named = { label: 'Go', chosenAt: 2 };
  expect(seriesOf({ ...trend, months: [...trend.months] }, named, now)).toEqual({
    ...{ id: 'go', ...named },
    points: new Map([['2025-03', { ...month('2025-03'), partial: true }]]),
  });
});

test('a skill keeps its place among the chosen ones, and its colour, where one before it has no answer', () =>
  expect(answeredOf([undefined, { id: 'java' }, { id: 'python' }])).toEqual([
    { id: 'java', chosenAt: 1 },
    { id: 'python', chosenAt: 2 },
  ]));

test('a figure has trends of one origin, that of the one read last, while they turn from the sample to own postings', () => {
  const trend = (origin: 'own' | 'sample', readAtMs: number) => ({
    data: { filter: { origin } },
    freshness: { readAtMs },
  });
  const [old, newer, newest] = [trend('sample', 1), trend('own', 2), trend('own', 3)];
  expect(ofOneOrigin([old, newest, newer])).toEqual([newest, newer]);
  expect(ofOneOrigin([old])).toEqual([old]);
  expect(ofOneOrigin([])).toEqual([]);
});
