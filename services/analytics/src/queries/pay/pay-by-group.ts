import type { PayQuantiles } from '@skillstream/contracts';
import { quantilesOf } from './quantiles.ts';
import { addTo, bucketOf, sizeOfSketch, type Sketch } from '../../projections/views/sketch.ts';

/** Salaries of all postings and by group: from the views, or collected in a pass over postings. */
export type Pays = { all: Sketch; groups: Map<string, Sketch> };

/** Collects the stated salaries of postings by group in one pass; a salary of 0 counts as not stated. */
export const createPayByGroup = () => {
  const pays: Pays = { all: new Map(), groups: new Map() };
  return {
    pays,
    /** @param group null: the posting is in no group, and counts only in the total */
    add: (group: string | null, salaryUsd: number | null): void => {
      if (!salaryUsd) return;
      const one = [[bucketOf(salaryUsd), 1]] as const;
      addTo(pays.all, one);
      if (group === null) return;
      let sketch = pays.groups.get(group);
      if (!sketch) pays.groups.set(group, (sketch = new Map()));
      addTo(sketch, one);
    },
  };
};

/** Quantiles of each group that has salaries, the one with the most first; ties by name. */
export const rankedPays = (groups: Pays['groups']): (PayQuantiles & { name: string })[] =>
  [...groups]
    .filter(([, sketch]) => sizeOfSketch(sketch) > 0)
    .map(([name, sketch]) => ({ name, ...quantilesOf(sketch) }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));

/** Quantiles of all salaries, and of each group. */
export const payResultOf = ({ all, groups }: Pays) => ({ all: quantilesOf(all), groups: rankedPays(groups) });
