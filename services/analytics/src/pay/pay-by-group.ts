import type { PayQuantiles } from '@skillstream/contracts';
import { quantilesOf } from './quantiles.ts';

/** Collects the stated pays of postings by group while they pass by once; a pay of nothing is none stated. */
export const createPayByGroup = () => {
  const all: number[] = [];
  const groups = new Map<string, number[]>();
  return {
    /** @param group null: the posting is in no group, and counts among all */
    add: (group: string | null, salaryUsd: number | null): void => {
      if (!salaryUsd) return;
      all.push(salaryUsd);
      if (group === null) return;
      const pays = groups.get(group);
      if (pays) pays.push(salaryUsd);
      else groups.set(group, [salaryUsd]);
    },
    result: (): { all: PayQuantiles; groups: (PayQuantiles & { name: string })[] } => ({
      all: quantilesOf(all),
      groups: [...groups]
        .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
        .map(([name, pays]) => ({ name, ...quantilesOf(pays) })),
    }),
    of: (group: string): PayQuantiles => quantilesOf(groups.get(group) ?? []),
  };
};
