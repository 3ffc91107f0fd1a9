import { addPosting, countsAt } from '../both-counts.ts';
import type { CountedPosting } from '../postings/count-postings.ts';
import { emptyCounts, type Counts } from './counts.ts';

/** Counts in one pass over postings, by month, how many name each skill and category. */
export const createDemandCounter = () => {
  const months = new Map<string, Counts>();
  return {
    counted: () => months,
    /** @param posting its skills and categories distinct */
    add: ({
      month,
      skills,
      categories,
      duplicate,
    }: Pick<CountedPosting, 'month' | 'skills' | 'categories' | 'duplicate'>): void => {
      let counts = months.get(month);
      if (!counts) months.set(month, (counts = emptyCounts()));
      addPosting(counts.population, duplicate);
      for (const skill of skills) addPosting(countsAt(counts.skills, skill), duplicate);
      for (const category of categories) addPosting(countsAt(counts.categories, category), duplicate);
    },
  };
};
