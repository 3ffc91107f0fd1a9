/** The ends of one partition: its first available offset, and the last stable one, up to which consumers can read. */
export type PartitionEnds = { partition: number; low: number; high: number };

/** What a group has not processed of a partition: the offset of the next record, and how many offsets follow. */
export type Waiting = { partition: number; next: number; count: number };

/**
 * What a group has not processed by its committed offset. It stands before the marker that closes the last
 * transaction, so a distance of one is no lag. (An unprocessed record is followed by a marker of its own, which makes
 * the distance two.) A log that ends before the committed offset is a new one, of which nothing has been processed.
 */
const waitingOfPartition = ({ partition, low, high }: PartitionEnds, committed: number): Waiting => {
  const next = committed > high ? low : Math.max(committed, low);
  const distance = high - next;
  return { partition, next, count: distance > 1 ? distance : 0 };
};

/**
 * What a group has not processed, partition by partition.
 * @param committed the group's committed offsets, read before the ends
 */
export const waitingOf = (
  ends: readonly PartitionEnds[],
  committed: ReadonlyMap<number, number>,
): Waiting[] => ends.map((one) => waitingOfPartition(one, committed.get(one.partition) ?? 0));

/**
 * Records that a group has not processed yet, over all partitions, whichever replica owns them. For partitions of
 * other replicas only the committed offset is known.
 * @param acquired the next offset of each partition that this process reads
 * @param committed the group's committed offsets, read before the ends
 */
export const lagOf = (
  ends: readonly PartitionEnds[],
  acquired: ReadonlyMap<number, number>,
  committed: ReadonlyMap<number, number>,
): number =>
  ends.reduce((sum, one) => {
    const mine = acquired.get(one.partition);
    if (mine !== undefined) return sum + Math.max(0, one.high - Math.max(mine, one.low));
    return sum + waitingOfPartition(one, committed.get(one.partition) ?? 0).count;
  }, 0);
