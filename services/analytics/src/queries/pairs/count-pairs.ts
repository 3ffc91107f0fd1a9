import { addPosting, countsAt, noCounts } from '../both-counts.ts';
import type { PairCounts } from './pair-counts.ts';
import { pairedSkills } from '../../projections/views/paired-skills.ts';

/** Counts in one pass over postings how often each skill occurs, and how often it occurs together with one skill. */
export const createPairCounter = (skillId: string) => {
  const counts: PairCounts = { population: noCounts(), anywhere: new Map(), beside: new Map() };
  return {
    counted: () => counts,
    /** @param posting its skills sorted and distinct */
    add: ({ skills, duplicate }: { skills: readonly string[]; duplicate: boolean }): void => {
      addPosting(counts.population, duplicate);
      for (const skill of skills) addPosting(countsAt(counts.anywhere, skill), duplicate);
      const paired = pairedSkills(skills);
      if (!paired.includes(skillId)) return;
      for (const other of paired)
        if (other !== skillId) addPosting(countsAt(counts.beside, other), duplicate);
    },
  };
};
