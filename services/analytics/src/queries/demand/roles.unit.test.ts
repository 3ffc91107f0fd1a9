import { expect, test } from '@jest/globals';
import { rolesResult, type DemandQuery } from '@skillstream/contracts';
import { createRoles } from './roles.ts';

const populations: Record<string, number> = { backend: 6, data: 3, qa: 3 };
const asked: DemandQuery[] = [];
const roles = createRoles(async (query) => {
  asked.push(query);
  const { role, top: _, via: __, count = 'postings', ...filter } = query;
  const postings = role ? (populations[role] ?? 0) : 12;
  // Every second posting is a duplicate, but for those of qa.
  const counts = { postings, jobs: role === 'qa' ? postings : Math.ceil(postings / 2) };
  const answeredFrom = { model: 'views' as const, caughtUp: role !== 'qa', viewVersion: 'v1' };
  return { filter, population: counts[count], ...counts, skills: [], categories: [], answeredFrom };
});

test('lists each role that postings have with its share of all, the most first and ties by name', async () => {
  const result = rolesResult.parse(await roles({ country: 'DE', from: '2025-01' }));
  expect(result).toMatchObject({ population: 12, filter: { country: 'DE', from: '2025-01' } });
  expect(result.roles.map(({ role, count, share }) => [role, count, share])).toEqual([
    ['backend', 6, 0.5],
    ['data', 3, 0.25],
    ['qa', 3, 0.25],
  ]);
  expect(result.answeredFrom).toEqual({ model: 'views', caughtUp: false, viewVersion: 'v1' });
  expect(asked.every(({ country, from }) => country === 'DE' && from === '2025-01')).toBe(true);
});

test('by jobs the roles are in the order of their jobs, with both counts', async () => {
  const result = rolesResult.parse(await roles({ count: 'jobs' }));
  expect(result).toMatchObject({ counted: 'jobs', population: 6, postings: 12, jobs: 6, filter: {} });
  expect(result.roles.map(({ role, count, postings }) => [role, count, postings])).toEqual([
    ['backend', 3, 6],
    ['qa', 3, 3],
    ['data', 2, 3],
  ]);
});
