import type { PairsAnswer } from '@skillstream/contracts';
import { measure } from '../demand/answers.ts';

const bump = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);

/** Counts, while postings pass by once, which skills stand beside one, and how often each stands anywhere. */
export const createPairTally = (skillId: string) => {
  let population = 0;
  let count = 0;
  const anywhere = new Map<string, number>();
  const beside = new Map<string, number>();
  return {
    add: ({ skills }: { skills: readonly string[] }): void => {
      population += 1;
      const named = skills.includes(skillId);
      if (named) count += 1;
      for (const other of skills) {
        bump(anywhere, other);
        if (named && other !== skillId) bump(beside, other);
      }
    },
    /** @param top how many at the most, those that stand beside it most often first; ties by name */
    result: (top: number | undefined): Pick<PairsAnswer, 'population' | 'count' | 'pairs'> => ({
      population,
      count,
      pairs: [...beside]
        .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
        .slice(0, top)
        .map(([other, both]) => ({
          skillId: other,
          ...measure(both, count),
          lift: (both * population) / (count * anywhere.get(other)!),
        })),
    }),
  };
};
