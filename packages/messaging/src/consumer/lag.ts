/** The low and high watermark of one partition: its first available offset and the next one to be written. */
export type PartitionEnds = { partition: number; low: number; high: number };

/**
 * Records that a group has not processed yet, over all partitions, whichever replica owns them. For partitions of
 * other replicas only the committed offset is known. It stands before the marker that closes the last transaction, so
 * a distance of one is no lag there. (An unprocessed record is followed by a marker of its own, which makes the
 * distance two.)
 * @param acquire the next offset of each partition that this process reads
 * @param committed the group's committed offsets, read before the ends
 */
export const lagOf = (
  ends: PartitionEnds[],
  acquire: Map<number, number>,
  committed: Map<number, number>,
): number =>
  ends.reduce((sum, { partition, low, high }) => {
    const mine = acquire.get(partition);
    if (mine !== undefined) return sum + Math.max(0, high - Math.max(mine, low));
    const taken = committed.get(partition) ?? 0;
    // A log that ends before the committed offset is a new one, of which nothing has been processed.
    const distance = high - (taken > high ? low : Math.max(taken, low));
    return sum + (distance > 1 ? distance : 0);
  }, 0);
