import type { PairCounts } from './pair-counts.ts';
import { pairedSkills } from '../../projections/views/paired-skills.ts';

const bump = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);

/** Counts in one pass over postings how often each skill occurs, and how often it occurs together with one skill. */
export const createPairCounter = (skillId: string) => {
  const counts: PairCounts = { population: 0, anywhere: new Map(), beside: new Map() };
  return {
    counts,
    /** @param skills sorted and distinct */
    add: ({ skills }: { skills: readonly string[] }): void => {
      counts.population += 1;
      for (const skill of skills) bump(counts.anywhere, skill);
      const paired = pairedSkills(skills);
      if (!paired.includes(skillId)) return;
      for (const other of paired) if (other !== skillId) bump(counts.beside, other);
    },
  };
};
