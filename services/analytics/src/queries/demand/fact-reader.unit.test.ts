import { expect, test } from '@jest/globals';
import type { Stores } from '../../stores/stores-of.ts';
import { createFactReader } from './fact-reader.ts';

/** A reader whose facts are counted as these rows say, one list for each of its reads. */
const readerOf = (...rows: object[][]) => {
  const facts = {
    checkpoints: async () => [],
    facts: () => ({ aggregate: () => ({ toArray: async () => rows.shift()! }) }),
  };
  return createFactReader({
    stores: async () => ({ version: 'v', facts }) as unknown as Stores,
    partitions: async () => 1,
    limits: { within: async (ask) => ask({ maxTimeMS: 1, check: () => undefined }) },
  });
};

test('postings that become duplicates between two of its reads make no share of more than all', async () => {
  const month = '2025-01';
  const found = await readerOf(
    [{ _id: { month }, n: 5, duplicates: 3 }],
    [
      { _id: { month, name: 'go' }, n: 6, duplicates: 1 },
      { _id: { month, name: 'sql' }, n: 2, duplicates: 1 },
    ],
    [{ _id: { month, name: 'languages' }, n: 6, duplicates: 0 }],
  ).read({});
  expect(found.months.get(month)).toEqual({
    population: { postings: 5, jobs: 2 },
    skills: new Map([
      ['go', { postings: 5, jobs: 2 }],
      ['sql', { postings: 2, jobs: 1 }],
    ]),
    categories: new Map([['languages', { postings: 5, jobs: 2 }]]),
  });
});

test('a fact of an implausible month, or without one, is not counted', async () => {
  const rows = [null, '0500-01'].map((month) => ({ _id: { month }, n: 1, duplicates: 0 }));
  expect((await readerOf(rows, [], []).read({})).months).toEqual(new Map());
});
