import { expect, test } from '@jest/globals';
import { rolesResult, type DemandFilter } from '@skillstream/contracts';
import { bothOf } from '../both-counts.ts';
import { emptyCounts } from './counts.ts';
import { createRoles } from './roles.ts';

const populations: Record<string, number> = { backend: 6, data: 3, qa: 3 };
// Every second posting is a duplicate, but for those of qa.
const duplicatesOf = (role: string | undefined, postings: number) =>
  role === 'qa' ? 0 : Math.floor(postings / 2);

const setUp = (built = true) => {
  const slices: string[] = [];
  const filters: DemandFilter[] = [];
  const readings: string[] = [];
  const roles = createRoles({
    views: async (slice, filter) => {
      slices.push(slice);
      filters.push(filter);
      const { role } = filter as DemandFilter;
      const postings = role ? (populations[role] ?? 0) : 12;
      const population = bothOf(postings, duplicatesOf(role, postings));
      const answeredFrom = { model: 'views' as const, caughtUp: role !== 'qa', viewVersion: 'v1' };
      return built
        ? { months: new Map([['2025-01', { ...emptyCounts(), population }]]), answeredFrom }
        : null;
    },
    countPostings: async (what, filter, createCounter) => {
      readings.push(what);
      filters.push(filter);
      const { add, counted } = createCounter();
      for (const [role, postings] of Object.entries(populations))
        for (let i = 0; i < postings; i += 1)
          add({
            ...{ month: '2025-01', role, country: null, seniority: 'mid', workplace: 'remote' },
            ...{ skills: [], categories: [], salaryUsd: null },
            duplicate: i < duplicatesOf(role, postings),
          });
      return { found: counted(), answeredFrom: { model: 'facts', caughtUp: true, viewVersion: 'v1' } };
    },
  });
  return { slices, filters, readings, roles };
};

test('lists each role that postings have with its share of all, the most first and ties by name', async () => {
  const { roles, slices, filters } = setUp();
  const result = rolesResult.parse(await roles({ country: 'DE', from: '2025-01' }));
  expect(result).toMatchObject({ population: 12, filter: { country: 'DE', from: '2025-01' } });
  expect(result.roles.map(({ role, count, share }) => [role, count, share])).toEqual([
    ['backend', 6, 0.5],
    ['data', 3, 0.25],
    ['qa', 3, 0.25],
  ]);
  expect(result.answeredFrom).toEqual({ model: 'views', caughtUp: false, viewVersion: 'v1' });
  expect(slices.slice(0, 2)).toEqual(['country=DE', expect.stringMatching(/^role=\w+,country=DE$/)]);
  expect(filters.every(({ country, from }) => country === 'DE' && from === '2025-01')).toBe(true);
});

test('by jobs the roles are in the order of their jobs, with both counts', async () => {
  const result = rolesResult.parse(await setUp().roles({ count: 'jobs' }));
  expect(result).toMatchObject({ counted: 'jobs', population: 6, postings: 12, jobs: 6, filter: {} });
  expect(result.roles.map(({ role, count, postings }) => [role, count, postings])).toEqual([
    ['backend', 3, 6],
    ['qa', 3, 3],
    ['data', 2, 3],
  ]);
});

test.each([
  ['of one source', { source: 'one' }, true],
  ['of a level, which has no view without a role', { seniority: 'mid' }, true],
  ['by facts', { via: 'facts' }, true],
  ['while the views are being built', {}, false],
] as const)('all roles are counted in one reading of the facts: %s', async (_, query, built) => {
  const { roles, readings } = setUp(built);
  const result = await roles({ ...query, count: 'jobs' });
  expect(result.roles.map(({ role, count, postings }) => [role, count, postings])).toEqual([
    ['backend', 3, 6],
    ['qa', 3, 3],
    ['data', 2, 3],
  ]);
  expect(readings).toEqual(['roles']);
  expect(result.answeredFrom).toEqual({ model: 'facts', caughtUp: true, viewVersion: built ? 'v1' : null });
});
