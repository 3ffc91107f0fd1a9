import { expect, test } from '@jest/globals';
import type { CountUnit } from '@skillstream/contracts';
import fc from 'fast-check';
import { pairsOf } from './pair-counts.ts';
import { createPairCounter } from './count-pairs.ts';

/** Postings whose first skill is `again` are duplicates. */
const result = (postings: string[][], top?: number, skillId = 'go', unit: CountUnit = 'postings') => {
  const counter = createPairCounter(skillId);
  for (const skills of postings) {
    const duplicate = skills[0] === 'again';
    counter.add({ skills: duplicate ? skills.slice(1) : skills, duplicate });
  }
  return pairsOf(skillId, counter.counted(), { unit, top });
};

test('a paired skill is measured among the postings that ask for the first, with its lift', () => {
  const found = result([['go', 'sql'], ['go', 'sql', 'aws'], ['go'], ['sql'], ['aws'], ['aws']]);
  expect(found).toMatchObject({ population: 6, count: 3 });
  expect(found.pairs).toMatchObject([
    // Together in 2 of 6; if they were independent 3/6 · 3/6 would be expected.
    { skillId: 'sql', population: 3, count: 2, share: 2 / 3, lift: 2 / 6 / ((3 / 6) * (3 / 6)) },
    { skillId: 'aws', population: 3, count: 1, share: 1 / 3, lift: 1 / 6 / ((3 / 6) * (3 / 6)) },
  ]);
});

test('a skill that no posting asks for has no pairs', () => {
  const none = { counted: 'postings', count: 0, pairs: [] };
  expect(result([['sql'], []])).toEqual({ ...none, population: 2, postings: 2, jobs: 2 });
  expect(result([])).toEqual({ ...none, population: 0, postings: 0, jobs: 0 });
});

test('pairs of jobs are those without the duplicates, beside the number of postings', () => {
  const primaries = [['go', 'sql'], ['go', 'aws'], ['aws']];
  const again = [
    ['again', 'go', 'sql'],
    ['again', 'c', 'go'],
  ];
  const found = result([...primaries, ...again], undefined, 'go', 'jobs');
  const alone = result(primaries);
  expect(found).toMatchObject({ counted: 'jobs', postings: 5, jobs: 3, population: 3, count: 2 });
  expect(found.pairs).toEqual(
    alone.pairs.map((pair) => ({ ...pair, postings: pair.skillId === 'sql' ? 2 : pair.count })),
  );
});

const postings = fc.array(fc.uniqueArray(fc.constantFrom<string>('go', 'sql', 'aws', 'c')));

test('lift is the same from either side, and counts are those of a plain recount', () => {
  fc.assert(
    fc.property(postings, (all) => {
      const { pairs } = result(all);
      for (const { skillId, count, lift } of pairs) {
        expect(count).toBe(all.filter((s) => s.includes('go') && s.includes(skillId)).length);
        const back = result(all, undefined, skillId).pairs.find((pair) => pair.skillId === 'go');
        expect(back?.lift).toBeCloseTo(lift, 12);
      }
      expect(result(all, 1).pairs).toEqual(pairs.slice(0, 1));
    }),
  );
});
