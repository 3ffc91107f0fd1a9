import { expect, test } from '@jest/globals';
import { rolesResult, type DemandQuery } from '@skillstream/contracts';
import { createRoles } from './roles.ts';

const populations: Record<string, number> = { backend: 6, data: 3, qa: 3 };
const asked: DemandQuery[] = [];
const roles = createRoles(async (query) => {
  asked.push(query);
  const { role, top: _, via: __, ...filter } = query;
  const population = role ? (populations[role] ?? 0) : 12;
  const answeredFrom = { model: 'views' as const, caughtUp: role !== 'qa', viewVersion: 'v1' };
  return { filter, population, skills: [], categories: [], answeredFrom };
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
