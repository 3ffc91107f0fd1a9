import { databaseOf } from '@skillstream/mongo';
import type { Connection } from 'mongoose';
import type { ReadModelVersion } from '../../read-model-versions/superseded.ts';

/** `form` is the schema version: earlier releases read and write it under that name. */
type ReplicaDocument = { _id: string; form: number; generation: number; seenMs: number };

/** Registers which version each replica serves: a document for each in MongoDB, refreshed every few seconds. */
export const createReplicaRegister = (connection: Connection, replicaId: string) => {
  const replicas = () => databaseOf(connection).collection<ReplicaDocument>('replicas');
  return {
    say: async (version: ReadModelVersion, seenMs: number): Promise<void> => {
      await replicas().replaceOne(
        { _id: replicaId },
        { form: version.schemaVersion, generation: version.generation, seenMs },
        { upsert: true },
      );
    },
    /** The entries since a time; older ones are deleted. */
    since: async (ms: number): Promise<(ReadModelVersion & { seenMs: number })[]> => {
      await replicas().deleteMany({ seenMs: { $lt: ms } });
      const found = await replicas().find().toArray();
      return found.map(({ form, generation, seenMs }) => ({ schemaVersion: form, generation, seenMs }));
    },
    leave: async (): Promise<void> => void (await replicas().deleteOne({ _id: replicaId })),
  };
};
