import { originsIn } from '@skillstream/contracts';
import { addBoth, countsAt, fieldCounts, noCounts } from '../both-counts.ts';
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
  const sum: PairCounts = { population: noCounts(), anywhere: new Map(), beside: new Map() };
  const placeOf = (field: string) => {
    const [first, second] = field.split(BETWEEN);
    if (second !== undefined) return countsAt(sum.beside, first === skillId ? second : first!);
    if (field === POPULATION) return sum.population;
    return countsAt(sum.anywhere, field.slice(skillField('').length));
  };
  for (const fields of views.values())
    for (const [name, n] of fields) {
      const { field, counts } = fieldCounts(name, n);
      addBoth(placeOf(field), counts);
    }
  return sum;
};

/** Reads the pairs of one skill over whole years. */
export const createPairViewReader =
  ({ read }: Pick<ViewSnapshots, 'read'>) =>
  (skillId: string, years: Years) =>
    read(readPairs(skillId, years), (views) => countsOf(skillId, views));
