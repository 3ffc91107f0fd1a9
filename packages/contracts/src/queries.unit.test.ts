import { expect, test } from '@jest/globals';
import type { z } from 'zod';
import { compareQuery } from './compare-api.ts';
import { compareSkillsQuery } from './compare-skills-api.ts';
import { demandQuery } from './demand-api.ts';
import type { Operation } from './operation.ts';
import { operations } from './operations.ts';
import { pairsQuery } from './pairs-api.ts';
import { versionsQuery } from './reconciliation-api.ts';
import { reportQuery } from './report-api.ts';
import { rolesQuery } from './roles-api.ts';
import { salariesQuery, salaryQuery } from './salary-api.ts';
import { skillsQuery } from './skills-api.ts';
import { sourcesQuery } from './sources-api.ts';
import { tableQuery } from './table-api.ts';

const sides = { by: 'role', a: 'backend', b: 'data' };
const pathsOf = (schema: z.ZodType, query: object) =>
  schema.safeParse(query).error?.issues.map(({ path }) => path.join('.'));

const counted: [string, z.ZodType, string, object][] = [
  ['demand', demandQuery, 'top', {}],
  ['pairs', pairsQuery, 'top', {}],
  ['compare', compareQuery, 'top', sides],
  ['skills', skillsQuery, 'limit', {}],
  ['versions', versionsQuery, 'limit', {}],
];
test.each(counted)('how many rows of %s is a decimal number and nothing else', (_, schema, name, rest) => {
  expect(schema.parse({ ...rest, [name]: '25' })).toMatchObject({ [name]: 25 });
  expect(schema.parse({ ...rest, [name]: 25 })).toMatchObject({ [name]: 25 });
  const others = [
    '',
    ' 5',
    '5 ',
    '+5',
    '-5',
    '05',
    '0',
    '1e3',
    '0x10',
    '5.0',
    '5.5',
    '٥',
    'NaN',
    '10000000000',
  ];
  for (const value of [...others, ['5'], ['5', '6'], null, true, 5.5, 1e9])
    expect([value, pathsOf(schema, { ...rest, [name]: value })]).toEqual([value, [name]]);
});

const asksCountry = Object.entries(operations).filter(
  ([, { query }]: [string, Operation]) => query?.shape['country'],
);
test.each(asksCountry)(
  'a country that no posting can have is refused by %s, once, by its name',
  (_, { query }: Operation) => {
    const issuesFor = (country: string) =>
      query!.safeParse({ country }).error?.issues.filter(({ path }) => path[0] === 'country') ?? [];
    expect(issuesFor('GB')).toEqual([]);
    expect(issuesFor('UK')).toMatchObject([{ message: 'an ISO 3166-1 alpha-2 code, which is GB here' }]);
    for (const country of ['EL', 'AQ', 'ZZ', 'gb', '', 'Germany']) expect(issuesFor(country)).toHaveLength(1);
  },
);

const periods: [string, z.ZodType, object][] = [
  ['demand', demandQuery, {}],
  ['pairs', pairsQuery, {}],
  ['salary', salaryQuery, {}],
  ['salaries', salariesQuery, {}],
  ['compare', compareQuery, sides],
  ['compareSkills', compareSkillsQuery, { a: 'go', b: 'rust' }],
  ['report', reportQuery, {}],
];
test.each(periods)('a source of %s under an origin that it is not of is refused', (_, schema, rest) => {
  const asked = (source: string, origin: string) => pathsOf(schema, { ...rest, source, origin });
  for (const [source, origin] of [
    ['hn', 'own'],
    ['hn', 'all'],
    ['sample', 'sample'],
    ['sample', 'all'],
  ] as const)
    expect(asked(source, origin)).toBeUndefined();
  expect([asked('hn', 'sample'), asked('sample', 'own')]).toEqual([['origin'], ['origin']]);
});

test.each(periods)(
  'months of %s that end before they begin are refused, and so is one that is said twice',
  (_, schema, rest) => {
    const asked = (from: unknown, to: unknown) => pathsOf(schema, { ...rest, from, to });
    expect(asked('2025-03', '2025-03')).toBeUndefined();
    expect(asked('2024-12', '2025-01')).toBeUndefined();
    expect(asked('2025-03', '2025-02')).toEqual(['to']);
    expect(asked(['2025-01', '2025-02'], '2025-03')).toEqual(['from']);
    expect(asked('2025-00', '2025-03')).toEqual(['from']);
  },
);

test.each([...periods, ['roles', rolesQuery, {}], ['sources', sourcesQuery, {}]] as typeof periods)(
  'what %s counts is postings or jobs, and nothing else',
  (_, schema, rest) => {
    for (const count of [undefined, 'postings', 'jobs'])
      expect(pathsOf(schema, { ...rest, count })).toBeUndefined();
    for (const count of ['', 'Jobs', 'job', 7, null, ['postings', 'jobs']])
      expect(pathsOf(schema, { ...rest, count })).toEqual(['count']);
  },
);

test('a side of a comparison has a hundred characters at the most', () => {
  const long = 'x'.repeat(101);
  expect(pathsOf(compareQuery, { ...sides, a: long, b: long })).toEqual(['a', 'b']);
  expect(pathsOf(compareSkillsQuery, { a: long, b: long })).toEqual(['a', 'b']);
});

test.each([
  { delimiter: '\t', quote: '', escape: '\\' },
  { delimiter: ';', quote: "'", dates: 'none' },
])('a table may be written as %j', (query) => expect(tableQuery.parse(query)).toEqual(query));

test.each([
  ...['', ';;', '\n', '\r', 'a', '7', '"', "'", '\\', ' ', 'é'].map((delimiter) => ({ delimiter })),
  ...['""', 'x', '\n'].map((quote) => ({ quote })),
  ...['', 'x', '\n', '\\\\'].map((escape) => ({ escape })),
])('no table is written as %j: the parameter is named', (query) =>
  expect(pathsOf(tableQuery, query)).toEqual(Object.keys(query)),
);
