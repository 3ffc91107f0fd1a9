import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import {
  demandResult,
  roles,
  seniorities,
  trendResult,
  workplaces,
  type DemandResult,
  type DemandQuery,
  type TrendResult,
} from '@skillstream/contracts';
import fc from 'fast-check';
import { commands } from '../packages/cli/src/commands.ts';
import { main } from '../packages/cli/src/main.ts';
import { generateSample } from '../packages/cli/src/sample/index.ts';
import { SAMPLE_COUNT, SAMPLE_SEED } from '../packages/cli/src/up/load-sample.ts';
import { parseMarkdown } from './docs/parse-markdown.ts';
import { askGraphql } from './platform/ask-graphql.ts';
import { startPlatform, type Platform } from './platform/platform.ts';
import { sendAll } from './platform/send.ts';
import { trueDemand } from './platform/true-demand.ts';

// What `npm start` loads, so that docs/graphql.md shows what its readers see.
const sample = [...generateSample({ seed: SAMPLE_SEED, count: SAMPLE_COUNT })];
const truths = sample.map(({ truth }) => truth);
const cli = join(import.meta.dirname, '../packages/cli/src/index.ts');

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform();
  await sendAll(
    platform.url,
    sample.map(({ posting }) => posting),
  );
  await platform.settled();
  // Answers come from a copy of the views that is up to a second old.
  await until('the answers hold them all', async () => {
    const { demand } = await askGraphql<{ demand: DemandResult }>(platform.url, '{ demand { population } }');
    return demand.population === sample.length;
  });
});
afterAll(() => platform.stop());

const some = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined, freq: 2 });
const distinct = <T>(values: T[]) => [...new Set(values)].sort();
const months = distinct(truths.map(({ month }) => month));
// Months that end before they begin are refused.
const inOrder = ({ from, to, ...rest }: DemandQuery): DemandQuery =>
  from && to && from > to ? { ...rest, from: to, to: from } : { ...rest, from, to };
const demandQuery = fc.record({
  query: fc
    .record({
      role: some(roles),
      country: some(distinct(truths.flatMap(({ country }) => country ?? []))),
      workplace: some(workplaces),
      seniority: some(seniorities),
      from: some(months),
      to: some(months),
      top: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
    })
    .map(inOrder),
  skillId: fc.constantFrom(...distinct(truths.flatMap(({ skillIds }) => skillIds))),
});
const demandQueries = fc.sample(demandQuery, { numRuns: 50, seed: 19 });

// Of up to a thousand skills without a limit more fields would cost more than an operation may.
const numbers = 'population count share low high';
const document = `query (
  $skillId: String!, $role: Role, $country: String, $workplace: Workplace, $seniority: Seniority, $from: String, $to: String, $top: Int
) {
  demand(role: $role, country: $country, workplace: $workplace, seniority: $seniority, from: $from, to: $to, top: $top) {
    population postings jobs skills { skillId ${numbers} } categories { category ${numbers} }
  }
  trend(skillId: $skillId, role: $role, country: $country, workplace: $workplace, seniority: $seniority, from: $from, to: $to) {
    skillId postings jobs months { month ${numbers} postings jobs }
  }
}`;
type Found = {
  demand: Omit<DemandResult, 'filter' | 'counted' | 'answeredFrom'>;
  trend: Pick<TrendResult, 'skillId' | 'postings' | 'jobs' | 'months'>;
};

const constant = (value: string | undefined) => value?.toUpperCase();
// A question to the facts may look for four seconds, and on a busy machine is told to come again.
const answered = <T>(ask: () => Promise<T>) => until('it is answered', ask);
const viaGraphql = ({ role, workplace, seniority, ...rest }: DemandQuery, skillId: string) =>
  answered(() =>
    askGraphql<Found>(platform.url, document, {
      ...{ skillId, ...rest },
      ...{ role: constant(role), workplace: constant(workplace), seniority: constant(seniority) },
    }),
  );

const compared = (
  { population, postings, jobs, skills, categories }: DemandResult,
  { filter: _, counted: __, answeredFrom: ___, ...trend }: TrendResult,
): Found => ({
  demand: {
    ...{ population, postings, jobs },
    skills: skills.map(({ postings: _postings, jobs: _jobs, ...row }) => row),
    categories: categories.map(({ postings: _postings, jobs: _jobs, ...row }) => row),
  },
  trend,
});
const given = ({ top: _, ...filter }: DemandQuery, top?: number): [string, string][] =>
  Object.entries({ ...filter, top }).flatMap(([name, value]) => (value ? [[name, String(value)]] : []));
const get = (path: string) => answered(() => platform.get(path));
const viaRest = async (query: DemandQuery, skillId: string): Promise<Found> =>
  compared(
    demandResult.parse(await get(`/v1/demand?${new URLSearchParams(given(query, query.top))}`)),
    trendResult.parse(await get(`/v1/skills/${skillId}/trend?${new URLSearchParams(given(query))}`)),
  );

type Ended = { code: number; out: string };
const byProcess = async (words: string[]): Promise<Ended> => {
  const child = spawn(process.execPath, [cli, ...words]);
  const [out, [code]] = await Promise.all([child.stdout.toArray(), once(child, 'exit')]);
  return { code: code as number, out: Buffer.concat(out).toString() };
};
// What the process does with the same words, without a start of it: one at a time, for they share standard output.
const inHere = async (words: string[]): Promise<Ended> => {
  const out: string[] = [];
  const stdout = jest.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0);
  try {
    return { code: await main(commands, words), out: out.join('') };
  } finally {
    stdout.mockRestore();
  }
};
const viaCommand = async (query: DemandQuery, skillId: string, run = inHere): Promise<Found> => {
  const responseOf = async (words: string[], options: [string, string][]): Promise<unknown> => {
    const flags = options.flatMap(([name, value]) => [`--${name}`, value]);
    return answered(async () => {
      const { code, out } = await run(['ask', ...words, ...flags, '--json', '--gateway', platform.url]);
      expect(code).toBe(0);
      return JSON.parse(out) as object;
    });
  };
  return compared(
    demandResult.parse(await responseOf(['demand'], given(query, query.top))),
    trendResult.parse(await responseOf(['trend', skillId], given(query))),
  );
};

test('fifty questions have the same answers over GraphQL and over REST, and they are a recount of the sample', async () => {
  expect(new Set(demandQueries.map((one) => JSON.stringify(one))).size).toBe(50);
  let counted = 0;
  for (const { query, skillId } of demandQueries) {
    const found = await viaGraphql(query, skillId);
    expect(found).toEqual(await viaRest(query, skillId));
    const { population, skills, months } = trueDemand(truths, query, skillId);
    // No posting of the sample is linked to another: each is a job.
    const totals = { population, postings: population, jobs: population };
    expect(found.demand).toMatchObject(totals);
    expect(found.demand.skills.map(({ skillId, count }) => ({ skillId, count }))).toEqual(skills);
    expect(found.trend.months.map(({ month, population, count }) => ({ month, population, count }))).toEqual(
      months,
    );
    counted += population;
  }
  expect(counted).toBeGreaterThan(1000);
});

test('skillstream ask gives the same answers to all fifty as well', async () => {
  for (const [i, { query, skillId }] of demandQueries.entries()) {
    const found = await viaGraphql(query, skillId);
    expect(await viaCommand(query, skillId)).toEqual(found);
    // The process itself, a few times: each start of it takes longer than all the questions.
    if (i % 20 === 0) expect(await viaCommand(query, skillId, byProcess)).toEqual(found);
  }
});

test('every query of docs/graphql.md is answered as it says', async () => {
  const { fences } = parseMarkdown(readFileSync(join(import.meta.dirname, '../docs/graphql.md'), 'utf8'));
  const queries = fences.flatMap((fence, i) =>
    fence.language === 'graphql' ? [{ fence, next: fences[i + 1] }] : [],
  );
  expect(queries.length).toBeGreaterThan(2);
  for (const { fence, next } of queries) {
    if (fence.lines.some((line) => line.startsWith('subscription'))) continue;
    const data = await askGraphql(platform.url, fence.lines.join('\n'));
    expect(data).toEqual(JSON.parse(next!.lines.join('\n')));
  }
});
