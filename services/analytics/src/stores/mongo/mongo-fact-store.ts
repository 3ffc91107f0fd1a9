import { isDuplicateKey } from '@skillstream/errors';
import { DURABLE, databaseOf } from '@skillstream/mongo';
import type { Connection } from 'mongoose';
import type { FactStore } from '../../projections/facts/fact-store.ts';
import { upsertGuarded } from './upsert-guarded.ts';
import { toDocument, type FactDocument } from './fact-document.ts';

type PositionDocument = {
  _id: number;
  position: number;
  fetched: number;
  live: boolean;
  log: string;
  seenMs: number;
};

type FactStoreDeps = { connection: Connection; generation: number; log: string; now: () => number };

/** Stores facts in MongoDB, a collection for each generation of the log, and the positions beside them. */
export const createMongoFactStore = ({ connection, generation, log, now }: FactStoreDeps) => {
  const facts = () => databaseOf(connection).collection<FactDocument>(`facts_${generation}`);
  const positions = () => databaseOf(connection).collection<PositionDocument>(`fact_positions_${generation}`);
  const holds = async (partition: number) => (await positions().findOne({ _id: partition }))?.position ?? -1;

  let indexed: Promise<unknown> | null = null;
  // A verification and the ledger read facts by partition; queries read them by source, and while the views are
  // unavailable by role or by months; the list of sources is counted from its index alone, and its duplicates from one
  // that only they are in. Each index adds a tenth to the cost of a write: other reads go without one.
  const ensureIndex = () => {
    indexed ??= facts().createIndexes([
      { key: { partition: 1 }, name: 'partition' },
      { key: { role: 1, month: 1 }, name: 'role' },
      { key: { month: 1 }, name: 'month' },
      { key: { source: 1, retracted: 1, month: 1 }, name: 'source' },
      {
        ...{ key: { primary: 1, source: 1 }, name: 'duplicates' },
        partialFilterExpression: { primary: false },
      },
    ]);
    indexed.catch(() => (indexed = null));
    return indexed;
  };

  const projection: FactStore = {
    write: async (list) => {
      if (list.length === 0) return;
      const operations = list.map(toDocument).map((document) => ({
        replaceOne: {
          filter: { _id: document._id, offset: { $lt: document.offset } },
          replacement: document,
          upsert: true,
        },
      }));
      await upsertGuarded(() => facts().bulkWrite(operations, { ordered: false, writeConcern: DURABLE }));
    },
    position: async (partition) => {
      await ensureIndex();
      const first = { position: -1, fetched: 0, live: false, log, seenMs: now() };
      await positions()
        .updateOne({ _id: partition }, { $setOnInsert: first }, { upsert: true, writeConcern: DURABLE })
        .catch((error: unknown) => {
          if (!isDuplicateKey(error)) throw error;
        });
      return holds(partition);
    },
    move: async (partition, expected, position) => {
      const moved = await positions().updateOne(
        { _id: partition, position: expected },
        { $set: { position, fetched: position + 1, seenMs: now() } },
        { writeConcern: DURABLE },
      );
      return moved.matchedCount === 1 ? position : holds(partition);
    },
    touch: async (partition, expected, fetched, live) => {
      const touched = await positions().updateOne(
        { _id: partition, position: expected },
        { $set: { fetched, seenMs: now(), ...(live ? { live } : {}) } },
      );
      return touched.matchedCount === 1 ? expected : holds(partition);
    },
  };
  return {
    ...projection,
    facts,
    /** The checkpoint of a partition: its log, position and times; null when nothing is stored. */
    checkpoint: (partition: number) => positions().findOne({ _id: partition }),
    checkpoints: () => positions().find().toArray(),
  };
};

export type MongoFactStore = ReturnType<typeof createMongoFactStore>;
