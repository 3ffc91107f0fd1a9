import { describe, expect, test } from '@jest/globals';
import type { DemandQuery } from '@skillstream/contracts';
import fc from 'fast-check';
import { measure, measureBoth, type DemandOfBoth } from '../demand/results.ts';
import { createCompare } from './compare.ts';
import { differenceOf } from './difference.ts';
import { sideOf } from './sides.ts';

describe('the difference of two shares', () => {
  // Newcombe 1998, table II, method 10: 56/70 minus 48/80, 9/10 minus 3/10, 10/10 minus 0/10.
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [10, 10, 0, 10, 0.6075, 1],
    [0, 10, 0, 10, -0.2775, 0.2775],
  ])('%d of %d against %d of %d is as in the table', (x, n, y, m, low, high) => {
    const found = differenceOf(measure(y, m), measure(x, n));
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  test('contains the difference itself, and changes its sign when the sides are swapped', () => {
    const share = fc
      .tuple(fc.integer({ min: 1, max: 200 }), fc.nat(200))
      .map(([n, x]) => measure(Math.min(x, n), n));
    fc.assert(
      fc.property(share, share, (a, b) => {
        const there = differenceOf(a, b);
        const back = differenceOf(b, a);
        expect(there.low!).toBeLessThanOrEqual(there.difference! + 1e-12);
        expect(there.high!).toBeGreaterThanOrEqual(there.difference! - 1e-12);
        expect(back.difference).toBeCloseTo(-there.difference!, 12);
        expect([back.low, back.high].map((end) => -end!)).toEqual([
          expect.closeTo(there.high!, 12),
          expect.closeTo(there.low!, 12),
        ]);
      }),
    );
  });

  test('is null where a side has no postings', () => {
    expect(differenceOf(measure(0, 0), measure(1, 2)).difference).toBeNull();
  });
});

describe('the sides', () => {
  test('differ in the requested field, and have every other filter in common', () => {
    const query = {
      by: 'period',
      a: '2016-01..2016-12',
      b: '2017-01..2017-12',
      country: 'DE',
      top: 3,
    } as const;
    expect(sideOf('a', query)).toEqual({ country: 'DE', from: '2016-01', to: '2016-12' });
    expect(sideOf('b', { ...query, by: 'role', b: 'data' })).toEqual({ country: 'DE', role: 'data' });
  });

  test.each([
    ['b', { by: 'role', a: 'data', b: 'wizard' }],
    ['a', { by: 'country', a: 'UK', b: 'DE' }],
    ['a', { by: 'period', a: '2016', b: '2017-01..2017-12' }],
    ['a', { by: 'period', a: '2016-01..2016-02..2016-03', b: '2017-01..2017-12' }],
    ['b', { by: 'period', a: '2016-01..2016-02', b: '2017-13..2018-01' }],
    ['role', { by: 'role', a: 'data', b: 'qa', role: 'ml' }],
    ['from', { by: 'period', a: '2016-01..2016-02', b: '2017-01..2017-02', from: '2015-01' }],
  ] as const)('that are invalid are refused, naming the field: %s of %j', (path, query) => {
    const ask = () => [sideOf('a', query), sideOf('b', query)];
    expect(ask).toThrow(
      expect.objectContaining({
        code: 'unprocessable',
        context: { faults: [expect.objectContaining({ path })] },
      }),
    );
  });
});

/** Ten postings of five jobs on either side: all but those of aws are of two postings each. */
const demand = async ({ role, count = 'postings' }: DemandQuery): Promise<DemandOfBoth> => {
  const population = { postings: 10, jobs: 5 };
  const rows: [string, number, number][] =
    role === 'data'
      ? [
          ['sql', 8, 4],
          ['go', 1, 0],
        ]
      : [
          ['go', 6, 3],
          ['aws', 2, 0],
        ];
  return {
    ...{ filter: { role }, population: population[count], ...population, categories: [] },
    skills: rows.map(([skillId, postings, jobs]) => ({
      skillId,
      ...measureBoth({ postings, jobs }, population, count),
    })),
    answeredFrom: { model: 'views', caughtUp: true, viewVersion: role === 'data' ? 'x' : 'y' },
  };
};

test('skills are compared, the most different first, also those that only one side has', async () => {
  const result = await createCompare(demand)({ by: 'role', a: 'data', b: 'devops', top: 2 });
  expect(result).toMatchObject({
    counted: 'postings',
    a: { name: 'data', filter: { role: 'data' }, population: 10, postings: 10, jobs: 5 },
    skills: [
      { skillId: 'sql', a: { count: 8 }, b: { count: 0 }, difference: -0.8 },
      { skillId: 'go', a: { count: 1 }, b: { count: 6 }, difference: 0.5 },
    ],
    answeredFrom: { viewVersion: null },
  });
});

test('shares of jobs are compared where they are asked for, and what only duplicates name is left out', async () => {
  const result = await createCompare(demand)({ by: 'role', a: 'data', b: 'devops', count: 'jobs' });
  expect(result).toMatchObject({ counted: 'jobs', a: { population: 5 }, b: { population: 5 } });
  expect(result.skills).toMatchObject([
    // Of five jobs on either side; all postings that name aws are duplicates.
    { skillId: 'sql', a: { count: 4, postings: 8, jobs: 4 }, b: { count: 0 }, difference: -0.8 },
    { skillId: 'go', a: { count: 0, postings: 1, jobs: 0 }, b: { count: 3, postings: 6 }, difference: 0.6 },
  ]);
  expect(result.skills).toHaveLength(2);
});
