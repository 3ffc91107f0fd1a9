import type { SourceTotals } from './analytics-row.ts';
import type { MongoFactStore } from '../../stores/mongo/mongo-fact-store.ts';

// Time limit of counting one partition's facts, which the ledger waits for: slow is better than wrong.
const PARTITION_MS = 15_000;
// While facts are in flight the sums are not used for any verdict: at most a tenth of the time is spent on counting
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
 * Counts live postings and their versions by source from the facts, for the time when the views are being built.
 * Counts again only partitions whose position has moved: the facts of the others have not changed, and a count that
 * outlives its position could drift.
 */
export const createFactTotals = (now: () => number = () => performance.now()) => {
  let known: { facts: MongoFactStore; counted: Map<number, Counted> } | null = null;
  let restUntilMs = 0;
  /** @param settled whether nothing is in flight: then every partition that has changed is counted again */
  return async (facts: MongoFactStore, settled: boolean): Promise<Totals> => {
    if (known?.facts !== facts) known = { facts, counted: new Map() };
    else if (!settled && now() < restUntilMs) return sumOf(known.counted.values());
    const { counted } = known;
    const beganMs = now();
    for (const { _id: partition, position } of await facts.checkpoints()) {
      if (counted.get(partition)?.position === position) continue;
      counted.set(partition, { position, totals: await countPartition(facts, partition) });
    }
    restUntilMs = now() + REST_FACTOR * (now() - beganMs);
    return sumOf(counted.values());
  };
};
