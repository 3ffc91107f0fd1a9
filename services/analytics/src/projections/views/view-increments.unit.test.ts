import { expect, test } from '@jest/globals';
import { MOST_SKILLS_COUNTED } from '@skillstream/contracts';
import fc from 'fast-check';
import { anyEvents, countingContribution, countingOf } from '../../../test/contributions.ts';
import { tagOf, taggedPostingOf } from '../../../test/tagged-posting.ts';
import { contributionOf, type Contribution } from '../../contribution/contribution.ts';
import { MOST_PAIRED } from './paired-skills.ts';
import { bucketOf } from './sketch.ts';
import { recount } from '../../reconciliation/verify/recount.ts';
import type { Counted } from './contribution-codec.ts';
import { incrementsOf, incrementCount, type ViewIncrements } from './view-increments.ts';

type Event = { postingId: string; contribution: Contribution };
type Numbers = Record<string, number>;

const sum = (numbers: Numbers, increments: ViewIncrements): Numbers => {
  const result = { ...numbers };
  for (const [view, fields] of increments)
    for (const [field, n] of fields) result[`${view} ${field}`] = (result[`${view} ${field}`] ?? 0) + n;
  return Object.fromEntries(Object.entries(result).filter(([, n]) => n !== 0));
};

const inRuns = (runs: Event[][]): { numbers: Numbers; present: Map<string, Counted> } => {
  let numbers: Numbers = {};
  const present = new Map<string, Counted>();
  for (const run of runs) {
    const { increments, contributions } = incrementsOf(run, present);
    numbers = sum(numbers, increments);
    for (const [id, contribution] of contributions) present.set(id, contribution);
  }
  return { numbers, present };
};

test('one by one, in two runs or all at once, events give the numbers of a recount of the latest versions', () => {
  fc.assert(
    fc.property(anyEvents, fc.nat(20), (events, cut) => {
      const latest = new Map(events.map(({ postingId, contribution }) => [postingId, contribution]));
      const expected = { numbers: sum({}, recount(latest.values())), present: latest };
      expect(inRuns(events.map((event) => [event]))).toEqual(expected);
      expect(inRuns([events.slice(0, cut), events.slice(cut)])).toEqual(expected);
      expect(inRuns([events])).toEqual(expected);
    }),
  );
});

test('the same contribution again changes nothing', () => {
  fc.assert(
    fc.property(countingContribution, (contribution) => {
      const events = [{ postingId: 'p1', contribution }];
      const { increments } = incrementsOf(events, new Map([['p1', contribution]]));
      expect(incrementCount(increments)).toBe(0);
    }),
  );
});

test('a retraction takes the posting out of every count', () => {
  fc.assert(
    fc.property(countingContribution, (contribution) => {
      const { source } = contribution;
      const retraction = { retracted: true, source, version: 9 } as const;
      const { numbers } = inRuns([
        [{ postingId: 'p1', contribution }],
        [{ postingId: 'p1', contribution: retraction }],
      ]);
      expect(numbers).toEqual({});
    }),
  );
});

test('a posting whose skills change moves between counts and stays one posting', () => {
  const before = countingOf(['go', 'sql'], { salaryUsd: 100_000 });
  const contribution = { ...countingOf(['rust', 'sql'], { salaryUsd: 100_000 }), version: 2 };
  const { increments } = incrementsOf([{ postingId: 'p1', contribution }], new Map([['p1', before]]));
  const changed = Object.fromEntries([...increments].filter(([, fields]) => fields.size > 0));
  expect(changed['ledger']).toEqual(new Map([['v:one', 1]]));
  const moved = new Map([
    ['s:go', -1],
    ['s:rust', 1],
  ]);
  expect(changed['demand:2025-01:own:all']).toEqual(moved);
  expect(changed['pairs:2025:own:all']).toEqual(moved);
  expect(changed['pairs:2025:own:both']).toEqual(
    new Map([
      ['go|sql', -1],
      ['rust|sql', 1],
    ]),
  );
  const bucket = `data:${bucketOf(100_000)}`;
  expect(changed['salaries:2025:own:skill=go']).toEqual(new Map([[bucket, -1]]));
  expect(changed['salaries:2025:own:skill=rust']).toEqual(new Map([[bucket, 1]]));
  expect(changed).not.toHaveProperty('salaries:2025:own:all');
  expect(incrementCount(increments)).toBe(1 + 4 * 2 + 2 + 2 + 2 + 2);
});

const paid = { salaryUsd: 100_000, country: 'DE' };

test('the second fields of duplicates are beside those of postings, and other postings have none', () => {
  const skills = ['go', 'rust', 'sql'];
  const of = (duplicate: boolean) => {
    const event = { postingId: 'p1', contribution: countingOf(skills, { ...paid, duplicate }) };
    return incrementsOf([event], new Map()).increments;
  };
  const names = (increments: ViewIncrements) =>
    [...increments].flatMap(([view, fields]) => [...fields.keys()].map((field) => `${view} ${field}`));
  const [alone, second] = [names(of(false)), names(of(true))];
  const isBeside = (name: string) => / dup:/.test(name);
  expect(alone.filter(isBeside)).toEqual([]);
  expect(second.filter((name) => !isBeside(name))).toEqual(alone);
  const counting = alone.filter((name) => !/^categories | v:/.test(name));
  expect(second.filter(isBeside)).toEqual(counting.map((name) => name.replace(' ', ' dup:')));
  // What bounds a script counts these fields, too.
  expect(incrementCount(of(true))).toBe(alone.length + counting.length);
});

test('a demotion and a promotion change the duplicates and nothing else but the sum of versions', () => {
  const primary = countingOf(['go', 'sql'], paid);
  const demoted = { ...primary, version: 2, duplicate: true };
  const changeOf = (before: Contribution, contribution: Contribution) =>
    sum({}, incrementsOf([{ postingId: 'p1', contribution }], new Map([['p1', before]])).increments);
  const [down, up] = [changeOf(primary, demoted), changeOf(demoted, { ...primary, version: 3 })];
  const { 'ledger v:one': versions, ...jobs } = down;
  expect(versions).toBe(1);
  expect(Object.keys(jobs).every((name) => name.includes(' dup:'))).toBe(true);
  expect(new Set(Object.values(jobs))).toEqual(new Set([1]));
  expect(up).toEqual({
    ...Object.fromEntries(Object.keys(jobs).map((name) => [name, -1])),
    'ledger v:one': 1,
  });
});

test('a posting with 4,000 skills creates no more keys than one with 200, and one of the year 0500 none beside the ledger', () => {
  const tags = Array.from({ length: 4000 }, (_, i) => tagOf(`s${i}`));
  const salary = { min: 50_000, max: 70_000, currency: 'USD', period: 'year' } as const;
  const keysOf = (datePosted: string, some = tags) => {
    const data = taggedPostingOf({ tags: some, salary, datePosted });
    const contribution = contributionOf({ type: 'posting.tagged', data });
    const { increments } = incrementsOf([{ postingId: 'p1', contribution }], new Map());
    expect(sum({}, increments)).toEqual(sum({}, recount([contribution])));
    return [...increments.keys()].sort();
  };
  const bounded = keysOf('2025-01-31', tags.slice(0, MOST_SKILLS_COUNTED));
  expect(keysOf('2025-01-31')).toEqual(bounded);
  expect(bounded.length).toBeLessThan(MOST_SKILLS_COUNTED + 20);
  expect(keysOf('0500-01-31')).toEqual(['ledger']);
});

test('of too many skills only the first by name are paired, and all are counted', () => {
  const skills = Array.from({ length: MOST_PAIRED + 5 }, (_, i) => `s${String(i).padStart(3, '0')}`);
  const events = [{ postingId: 'p1', contribution: countingOf(skills) }];
  const { increments } = incrementsOf(events, new Map());
  expect(increments.get('pairs:2025:own:all')!.size).toBe(1 + skills.length);
  expect(increments.get('pairs:2025:own:both')!.size).toBe((MOST_PAIRED * (MOST_PAIRED - 1)) / 2);
  expect(sum({}, increments)).toEqual(sum({}, recount([events[0]!.contribution])));
});
