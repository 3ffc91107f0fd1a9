import type { Views } from './merge-views.ts';
import { positionName } from './position-name.ts';
import { seriesOf, type Series } from './series.ts';

/** The views at a vector of positions. */
export type Snapshot = {
  /** Names the contents of the views at these positions. */
  version: string;
  /** Whether all partitions have caught up: otherwise the views are being built, and queries do not read them. */
  live: boolean;
  positions: number[];
  /** By partition, which periods there are views of. */
  series: Series[];
};

/** Whether a snapshot is of the views in use. */
export const isOf = (snapshot: Snapshot, version: string): boolean =>
  snapshot.version.startsWith(`${version}-`);

/**
 * Reads the positions of all partitions' views, and which views there are.
 * @param version names the schema, the log's generation and the reports
 * @param before the previous snapshot: a partition that has not moved since is not read again
 */
export const readSnapshot = async (
  { version, views }: { version: string; views: Views },
  partitions: number,
  before: Snapshot | null,
): Promise<Snapshot> => {
  const all = Array.from({ length: partitions }, (_, partition) => partition);
  const checkpoints = await Promise.all(all.map((partition) => views.checkpoint(partition)));
  const known = before && isOf(before, version) ? before : null;
  const read = await Promise.all(
    all.map(async (partition) => {
      const position = checkpoints[partition]?.position;
      // Names change only when the position does.
      if (known && position !== undefined && position === known.positions[partition])
        return { position, series: known.series[partition]! };
      // Redis may have been flushed between reading checkpoints and names: the position that is read with the names
      // shows it.
      const found = await views.names(partition);
      return { position: found.position, series: seriesOf(found.names) };
    }),
  );
  const positions = read.map(({ position }) => position);
  return {
    version: positionName(version, positions),
    live: checkpoints.every((one, i) => one?.live && positions[i]! >= one.position),
    positions,
    series: read.map(({ series }) => series),
  };
};
