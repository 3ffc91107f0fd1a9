import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DemandFilter } from '@skillstream/contracts';
import fc from 'fast-check';
import { createPostingQuestions } from '../src/postings/questions.ts';
import { createPostingReader } from '../src/store/posting-reader.ts';
import { countingContribution } from './contributions.ts';
import { createWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const postings = fc.array(countingContribution, { minLength: 30, maxLength: 120 });
const filters: DemandFilter[] = [{}, { country: 'DE' }, { workplace: 'remote', from: '2025-01' }];

test('pairs and pay over the facts are those of the postings themselves', async () => {
  await fc.assert(
    fc.asyncProperty(postings, async (all) => {
      const { facts } = world.fresh();
      await facts.write(
        all.map((contribution, offset) => ({ postingId: `p${offset}`, partition: 0, offset, contribution })),
      );
      const stores = async () => ({ version: 'v1.1', facts });
      const read = createPostingReader({ stores, partitions: async () => 1 });
      const questions = createPostingQuestions(read);
      for (const filter of filters) {
        const left = all.filter(
          (one) =>
            !one.retracted &&
            (!filter.country || one.country === filter.country) &&
            (!filter.workplace || one.workplace === filter.workplace) &&
            (!filter.from || one.month >= filter.from),
        ) as Extract<(typeof all)[number], { retracted: false }>[];
        const named = left.filter(({ skills }) => skills.includes('go'));
        const pairs = await questions.pairs('go', filter);
        expect(pairs).toMatchObject({ population: left.length, count: named.length, filter });
        for (const { skillId, count } of pairs.pairs)
          expect(count).toBe(named.filter(({ skills }) => skills.includes(skillId)).length);
        const paid = (list: typeof left) => list.filter(({ salaryUsd }) => salaryUsd).length;
        const { with: over, without } = await questions.salary('go', filter);
        expect([over.count, without.count]).toEqual([paid(named), paid(left) - paid(named)]);
        const { all: every, groups } = await questions.salaries({ ...filter, by: 'seniority' });
        expect(every.count).toBe(paid(left));
        for (const { name, count } of groups)
          expect(count).toBe(paid(left.filter(({ seniority }) => seniority === name)));
      }
    }),
    { numRuns: 15 },
  );
});
