import { expect, test } from '@jest/globals';
import { recount } from './recount.ts';

test('a posting counts in each of its slices, a retracted one in the ledger alone', () => {
  const posting = {
    ...{ retracted: false, source: 'one', version: 2, month: '2025-01', role: 'data' },
    ...{ seniority: 'mid', workplace: 'remote', salaryUsd: null, organization: null },
    ...{ skills: ['go', 'sql'], categories: ['data'] },
  } as const;
  const views = recount([
    { ...posting, skills: [...posting.skills], categories: ['data'], country: 'DE' },
    { ...posting, skills: ['go'], categories: [], country: null },
    { retracted: true, source: 'one', version: 3 },
  ]);
  const both = { n: 2, 's:go': 2, 's:sql': 1, 'c:data': 1 };
  const german = { n: 1, 's:go': 1, 's:sql': 1, 'c:data': 1 };
  expect(Object.fromEntries([...views].map(([key, fields]) => [key, Object.fromEntries(fields)]))).toEqual({
    ledger: { 'n:one': 3, 'v:one': 7 },
    'demand:2025-01:all': both,
    'demand:2025-01:role=data': both,
    'demand:2025-01:role=data,seniority=mid': both,
    'demand:2025-01:role=data,workplace=remote': both,
    'demand:2025-01:country=DE': german,
    'demand:2025-01:role=data,country=DE': german,
  });
});
