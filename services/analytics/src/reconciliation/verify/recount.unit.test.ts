import { expect, test } from '@jest/globals';
import { countingOf } from '../../../test/contributions.ts';
import { recount } from './recount.ts';

test('a posting counts once in each of its slices, pairs and salaries, a retracted one nowhere', () => {
  const posting = { version: 2, role: 'data', seniority: 'mid', workplace: 'remote' };
  const views = recount([
    countingOf(['go', 'rust', 'sql'], { ...posting, country: 'DE', salaryUsd: 1 }),
    countingOf(['go'], { ...posting, country: null, salaryUsd: 2e9 }),
    { retracted: true, source: 'one', version: 3 },
  ]);
  const german = { n: 1, 's:go': 1, 's:rust': 1, 's:sql': 1, 'c:data': 1, 'c:languages': 1 };
  const both = { ...german, n: 2, 's:go': 2, 'c:languages': 2 };
  const beyond = 'data:1037';
  expect(Object.fromEntries([...views].map(([key, fields]) => [key, Object.fromEntries(fields)]))).toEqual({
    ledger: { 'n:one': 2, 'v:one': 4 },
    'demand:2025-01:own:all': both,
    'demand:2025-01:own:role=data': both,
    'demand:2025-01:own:role=data,seniority=mid': both,
    'demand:2025-01:own:role=data,workplace=remote': both,
    'demand:2025-01:own:country=DE': german,
    'demand:2025-01:own:role=data,country=DE': german,
    categories: { 'languages:go': 2, 'languages:rust': 1, 'data:sql': 1 },
    'pairs:2025:own:all': { n: 2, 's:go': 2, 's:rust': 1, 's:sql': 1 },
    'pairs:2025:own:both': { 'go|rust': 1, 'go|sql': 1, 'rust|sql': 1 },
    'salaries:2025:own:all': { 'data:0': 1, [beyond]: 1 },
    'salaries:2025:own:skill=go': { 'data:0': 1, [beyond]: 1 },
    'salaries:2025:own:skill=rust': { 'data:0': 1 },
    'salaries:2025:own:skill=sql': { 'data:0': 1 },
  });
});

test('a duplicate counts once more in the field beside each of its own, but for the sum of versions', () => {
  const views = recount([countingOf(['go', 'sql'], { salaryUsd: 1, duplicate: true }), countingOf(['go'])]);
  const told = (key: string) => Object.fromEntries(views.get(key)!);
  expect(told('ledger')).toEqual({ 'n:one': 2, 'v:one': 2, 'dup:n:one': 1 });
  expect(told('demand:2025-01:own:all')).toEqual({
    ...{ n: 2, 's:go': 2, 's:sql': 1, 'c:languages': 2, 'c:data': 1 },
    ...{ 'dup:n': 1, 'dup:s:go': 1, 'dup:s:sql': 1, 'dup:c:languages': 1, 'dup:c:data': 1 },
  });
  expect(told('pairs:2025:own:all')).toEqual({
    ...{ n: 2, 's:go': 2, 's:sql': 1, 'dup:n': 1, 'dup:s:go': 1, 'dup:s:sql': 1 },
  });
  expect(told('pairs:2025:own:both')).toEqual({ 'go|sql': 1, 'dup:go|sql': 1 });
  expect(told('salaries:2025:own:all')).toEqual({ 'data:0': 1, 'dup:data:0': 1 });
  expect(told('categories')).toEqual({ 'languages:go': 2, 'data:sql': 1 });
});

test('a posting of the sample counts in views of its own', () => {
  const views = recount([countingOf(['go'], { source: 'sample', salaryUsd: 1 }), countingOf(['go'])]);
  const slices = [...views.keys()].filter((key) => key.endsWith(':all'));
  expect(slices.toSorted()).toEqual([
    ...['demand:2025-01:own:all', 'demand:2025-01:sample:all'],
    ...['pairs:2025:own:all', 'pairs:2025:sample:all', 'salaries:2025:sample:all'],
  ]);
});
