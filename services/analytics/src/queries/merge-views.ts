import type { RedisViewStore } from '../stores/redis/redis-view-store.ts';
import type { Series } from './series.ts';

export type Views = Pick<RedisViewStore, 'marks' | 'names' | 'views' | 'pairs'>;
/** What was read of one partition, all at its position: fields by the name of their view. */
type ReadViews = { position: number; views: [name: string, fields: Map<string, string>][] };
/** Reads of one partition what a query wants. */
export type ReadPartition = (views: Views, partition: number, series: Series) => Promise<ReadViews>;
/** Views by name, added up over the partitions. */
export type MergedViews = Map<string, Map<string, number>>;

/** Reads views by their names. */
export const byName =
  (namesIn: (series: Series) => string[]): ReadPartition =>
  async (views, partition, series) => {
    const names = namesIn(series);
    const found = await views.views(partition, names);
    return { position: found.position, views: names.map((name, i) => [name, found.views[i]!]) };
  };

const addTo = (merged: MergedViews, name: string, more: Map<string, string>) => {
  let fields = merged.get(name);
  if (!fields) merged.set(name, (fields = new Map()));
  for (const [field, n] of more) fields.set(field, (fields.get(field) ?? 0) + Number(n));
};

/**
 * Reads what a query wants of all partitions, and adds it up.
 * @param snapshot the positions that are to be held at the least, and the periods that there are views of
 * @returns null where a partition fell back behind them (flushed, failed over): it holds less than they say
 */
export const mergeViews = async (
  { positions, series }: { positions: number[]; series: Series[] },
  views: Views,
  readPartition: ReadPartition,
): Promise<MergedViews | null> => {
  const merged: MergedViews = new Map();
  let fellBack = false;
  await Promise.all(
    series.map(async (one, partition) => {
      const found = await readPartition(views, partition, one);
      if (found.position < positions[partition]!) fellBack = true;
      for (const [name, fields] of found.views) addTo(merged, name, fields);
    }),
  );
  return fellBack ? null : merged;
};
