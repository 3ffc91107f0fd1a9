import { originsIn } from '@skillstream/contracts';
import type { PairCounts } from './pair-counts.ts';
import {
  ALL,
  BETWEEN,
  pairsKey,
  POPULATION,
  seriesName,
  singlesKey,
  skillField,
} from '../../projections/views/names.ts';
import { isWithin, type Years } from '../years.ts';
import type { MergedViews, ReadPartition } from '../merge-views.ts';
import type { ViewSnapshots } from '../view-snapshots.ts';

const bump = (counts: Map<string, number>, key: string, n: number) =>
  counts.set(key, (counts.get(key) ?? 0) + n);

const readPairs =
  (skillId: string, within: Years): ReadPartition =>
  async (views, partition, series) => {
    const years = originsIn(within.origin ?? 'all').flatMap((origin) =>
      (series.get(seriesName('pairs', origin, ALL)) ?? [])
        .filter(isWithin(within))
        .map((year) => ({ singles: singlesKey(year, origin), pairs: pairsKey(year, origin) })),
    );
    const found = await views.pairs(partition, years, skillId);
    return {
      position: found.position,
      views: years.flatMap(({ singles, pairs }, i) => [
        [singles, found.years[i]!.singles],
        [pairs, found.years[i]!.pairs],
      ]),
    };
  };

const countsOf = (skillId: string, views: MergedViews): PairCounts => {
  const counts: PairCounts = { population: 0, anywhere: new Map(), beside: new Map() };
  for (const fields of views.values())
    for (const [field, n] of fields) {
      const [first, second] = field.split(BETWEEN);
      if (second !== undefined) bump(counts.beside, first === skillId ? second : first!, n);
      else if (field === POPULATION) counts.population += n;
      else bump(counts.anywhere, field.slice(skillField('').length), n);
    }
  return counts;
};

/** Reads the pairs of one skill over whole years. */
export const createPairViewReader =
  ({ read }: Pick<ViewSnapshots, 'read'>) =>
  (skillId: string, years: Years) =>
    read(readPairs(skillId, years), (views) => countsOf(skillId, views));
