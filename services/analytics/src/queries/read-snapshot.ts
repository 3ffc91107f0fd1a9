import type { Views } from './merge-views.ts';
import { positionName } from './position-name.ts';
import { seriesOf, type Series } from './series.ts';

/** The views as they stood at a vector of positions. */
export type Snapshot = {
  /** Names what the views hold at these positions. */
  version: string;
  /** Whether all partitions have caught up: otherwise the views are being built, and are not answered from. */
  live: boolean;
  positions: number[];
  /** By partition, which periods there are views of. */
  series: Series[];
};

/** Whether a snapshot is of the views in use. */
export const isOf = (snapshot: Snapshot, version: string): boolean =>
  snapshot.version.startsWith(`${version}-`);

/**
 * Reads where the views of all partitions stand, and which views there are.
 * @param version of the schema, the log's generation and the reports
 * @param before the snapshot before this one: a partition that has not moved since is not read again
 */
export const readSnapshot = async (
  { version, views }: { version: string; views: Views },
  partitions: number,
  before: Snapshot | null,
): Promise<Snapshot> => {
  const all = Array.from({ length: partitions }, (_, partition) => partition);
  const marks = await Promise.all(all.map((partition) => views.marks(partition)));
  const known = before && isOf(before, version) ? before : null;
  const read = await Promise.all(
    all.map(async (partition) => {
      const position = marks[partition]?.position;
      // Names change with the position alone.
      if (known && position !== undefined && position === known.positions[partition])
        return { position, series: known.series[partition]! };
      // Between the marks and the names Redis may have been flushed: the position that stands beside the names tells.
      const found = await views.names(partition);
      return { position: found.position, series: seriesOf(found.names) };
    }),
  );
  const positions = read.map(({ position }) => position);
  return {
    version: positionName(version, positions),
    live: marks.every((mark, i) => mark?.live && positions[i]! >= mark.position),
    positions,
    series: read.map(({ series }) => series),
  };
};
