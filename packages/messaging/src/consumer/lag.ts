/** The first offset that is still there and the next one to be written, of one partition. */
export type PartitionEnds = { partition: number; low: number; high: number };

/**
 * Records that a group has not taken yet, over all partitions, whoever owns them.
 * For partitions of other replicas only the group's committed offset is known, which stands before the transaction
 * marker that closes what was taken: one offset of distance is no lag there. (A record that was not taken is followed
 * by a marker of its own, so it makes two.)
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
    // A log that ends before what was taken of it is a new one, none of which is taken.
    const distance = high - (taken > high ? low : Math.max(taken, low));
    return sum + (distance > 1 ? distance : 0);
  }, 0);
