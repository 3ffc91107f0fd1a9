import { expect, test } from '@jest/globals';
import type { DemandFilter } from '@skillstream/contracts';
import fc from 'fast-check';
import { sliceFor, slicesOf } from './slices.ts';

const posting = fc.record({
  role: fc.constantFrom('backend', 'data'),
  country: fc.constantFrom('DE', 'US', null),
  seniority: fc.constantFrom('senior', 'junior'),
  workplace: fc.constantFrom('remote', 'onsite'),
});
const dimensions = fc.subarray(['role', 'country', 'seniority', 'workplace'] as const);

test('a query with a materialized slice finds exactly the postings that match its filter', () => {
  fc.assert(
    fc.property(posting, posting, dimensions, (asked, other, names) => {
      const filter = Object.fromEntries(
        names.flatMap((name) => (asked[name] === null ? [] : [[name, asked[name]]])),
      ) as DemandFilter;
      const slice = sliceFor(filter);
      if (slice === null) return;
      expect(slicesOf(asked)).toContain(slice);
      const matches = Object.entries(filter).every(([name, value]) => other[name as 'role'] === value);
      expect(slicesOf(other).includes(slice)).toBe(matches);
    }),
  );
});

test('a posting is in six slices, without a country in four', () => {
  const dimensions = { role: 'data', seniority: 'mid', workplace: 'hybrid' };
  expect(slicesOf({ ...dimensions, country: 'FR' })).toEqual([
    'all',
    'role=data',
    'country=FR',
    'role=data,country=FR',
    'role=data,seniority=mid',
    'role=data,workplace=hybrid',
  ]);
  expect(slicesOf({ ...dimensions, country: null })).toHaveLength(4);
});

test.each<[DemandFilter, string | null]>([
  [{}, 'all'],
  [{ from: '2025-01', to: '2025-02' }, 'all'],
  [{ country: 'DE', role: 'data' }, 'role=data,country=DE'],
  [{ seniority: 'senior' }, null],
  [{ source: 'hn' }, null],
  [{ role: 'data', source: 'hn' }, null],
  [{ workplace: 'remote' }, null],
  [{ country: 'DE', workplace: 'remote' }, null],
  [{ role: 'data', country: 'DE', seniority: 'senior' }, null],
])('the slice for %j is %s', (filter, slice) => {
  expect(sliceFor(filter)).toBe(slice);
});
