import type { SourceTotals } from '../ledger/analytics-line.ts';
import type { MongoFactStore } from './mongo-fact-store.ts';

// A look at the facts of one partition, which the ledger waits for; a slow one is better than a wrong count.
const PARTITION_MS = 15_000;
// While facts are on their way nobody claims anything of the sums: a tenth of the time at most goes into counting
// them.
const REST_FACTOR = 9;

type Totals = Map<string, SourceTotals>;
type Counted = { position: number; totals: Totals };
type Row = { _id: string; counted: number; versions: number };

const countPartition = async (facts: MongoFactStore, partition: number): Promise<Totals> => {
  const rows = await facts
    .facts()
    .aggregate<Row>(
      [
        { $match: { partition, retracted: false } },
        { $group: { _id: '$source', counted: { $sum: 1 }, versions: { $sum: '$version' } } },
      ],
      { maxTimeMS: PARTITION_MS },
    )
    .toArray();
  return new Map(rows.map(({ _id, counted, versions }) => [_id, { counted, versions }]));
};

const sumOf = (all: Iterable<Counted>): Totals => {
  const sums: Totals = new Map();
  for (const { totals } of all)
    for (const [source, { counted, versions }] of totals) {
      const sum = sums.get(source) ?? { counted: 0, versions: 0 };
      sums.set(source, { counted: sum.counted + counted, versions: sum.versions + versions });
    }
  return sums;
};

/**
 * Live postings and their versions by source, as the facts hold them, for when the views are being built. Counts again
 * only the partitions whose position has moved since they were counted: the facts of one that stands still do, and a
 * count that is kept for longer than its position could drift.
 */
export const createFactTotals = (now: () => number = () => performance.now()) => {
  let known: { facts: MongoFactStore; counted: Map<number, Counted> } | null = null;
  let restUntilMs = 0;
  /** @param settled whether nothing is on its way: then what is known is counted again where it has changed */
  return async (facts: MongoFactStore, settled: boolean): Promise<Totals> => {
    if (known?.facts !== facts) known = { facts, counted: new Map() };
    else if (!settled && now() < restUntilMs) return sumOf(known.counted.values());
    const { counted } = known;
    const beganMs = now();
    for (const { _id: partition, position } of await facts.allMarks()) {
      if (counted.get(partition)?.position === position) continue;
      counted.set(partition, { position, totals: await countPartition(facts, partition) });
    }
    restUntilMs = now() + REST_FACTOR * (now() - beganMs);
    return sumOf(counted.values());
  };
};
