import type { RedisViewStore } from '../stores/redis/redis-view-store.ts';
import type { Series } from './series.ts';

export type Views = Pick<RedisViewStore, 'checkpoint' | 'names' | 'views' | 'pairs'>;
/** What was read from one partition at one position: fields by the name of their view. */
type ReadViews = { position: number; views: [name: string, fields: Map<string, string>][] };
/** Reads what a query needs from one partition. */
export type ReadPartition = (views: Views, partition: number, series: Series) => Promise<ReadViews>;
/** Views by name, summed over the partitions. */
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
 * Reads what a query needs from all partitions, and sums it.
 * @param snapshot the positions that the views must have reached, and the periods that there are views of
 * @returns null when a partition is behind its position (Redis was flushed, or failed over): it lacks counts
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
