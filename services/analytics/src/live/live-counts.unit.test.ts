import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countingOf } from '../../test/contributions.ts';
import { incrementsOf } from '../projections/views/view-increments.ts';
import { createChangeCounts } from './live-counts.ts';
import type { Counted } from '../projections/views/contribution-codec.ts';

const counted = (skills: string[], month = '2025-01'): Counted => countingOf(skills, { month });
const event = (postingId: string, contribution: Counted) => ({ postingId, contribution });

test('each posting counts once, whatever slices and months it is in, with the largest counts first', () => {
  const changeCounts = createChangeCounts();
  changeCounts.add(
    incrementsOf([event('a', counted(['go', 'sql'])), event('b', counted(['sql'], '2025-02'))], new Map())
      .increments,
  );
  expect(changeCounts.take()).toEqual({
    postings: 2,
    skills: [
      { skillId: 'sql', change: 2 },
      { skillId: 'go', change: 1 },
    ],
  });
  expect(changeCounts.take()).toBeNull();
});

test('an updated posting leaves the number of postings as it was, and a skill that it still has is no change', () => {
  const changeCounts = createChangeCounts();
  const before = new Map([['a', counted(['go', 'sql'])]]);
  changeCounts.add(incrementsOf([event('a', counted(['go', 'rust']))], before).increments);
  expect(changeCounts.take()).toEqual({
    postings: 0,
    skills: [
      { skillId: 'rust', change: 1 },
      { skillId: 'sql', change: -1 },
    ],
  });
});

test('changes that are taken in several calls add up to all that was counted', () => {
  const skills = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c'));
  fc.assert(
    fc.property(fc.array(fc.tuple(skills, fc.boolean())), (postings) => {
      const changeCounts = createChangeCounts();
      const sums = new Map<string, number>();
      let total = 0;
      const take = () => {
        const taken = changeCounts.take();
        total += taken?.postings ?? 0;
        for (const { skillId, change } of taken?.skills ?? [])
          sums.set(skillId, (sums.get(skillId) ?? 0) + change);
      };
      postings.forEach(([named, pause], i) => {
        changeCounts.add(incrementsOf([event(String(i), counted(named))], new Map()).increments);
        if (pause) take();
      });
      take();
      expect(total).toBe(postings.length);
      for (const skill of ['a', 'b', 'c'])
        expect(sums.get(skill) ?? 0).toBe(postings.filter(([named]) => named.includes(skill)).length);
    }),
  );
});
