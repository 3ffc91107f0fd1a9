import type { CountUnit, PayQuantiles } from '@skillstream/contracts';
import { bothOf } from '../both-counts.ts';
import { addPays, noSketches, payOfBoth, sketchesAt, type BothSketches } from './both-sketches.ts';
import { bucketOf } from '../../projections/views/sketch.ts';

/** Salaries of all postings and by group: from the views, or collected in a pass over postings. */
export type Pays = { all: BothSketches; groups: Map<string, BothSketches> };

type PaidPosting = { salaryUsd: number | null; duplicate: boolean };

/** Collects the stated salaries of postings by group in one pass; a salary of 0 counts as not stated. */
export const createPayByGroup = () => {
  const pays: Pays = { all: noSketches(), groups: new Map() };
  return {
    pays,
    /** @param group null: the posting is in no group, and counts only in the total */
    add: (group: string | null, { salaryUsd, duplicate }: PaidPosting): void => {
      if (!salaryUsd) return;
      const [bucket, one] = [bucketOf(salaryUsd), bothOf(1, duplicate ? 1 : 0)];
      addPays(pays.all, bucket, one);
      if (group !== null) addPays(sketchesAt(pays.groups, group), bucket, one);
    },
  };
};

/** Quantiles of each group that has salaries, the one with the most first; ties by name. */
export const rankedPays = (groups: Pays['groups'], unit: CountUnit): (PayQuantiles & { name: string })[] =>
  [...groups]
    .map(([name, sketches]) => ({ name, ...payOfBoth(sketches, unit) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));

/** Quantiles of all salaries, and of each group. */
export const payResultOf = ({ all, groups }: Pays, unit: CountUnit) => ({
  counted: unit,
  all: payOfBoth(all, unit),
  groups: rankedPays(groups, unit),
});
