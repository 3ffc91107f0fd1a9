import { databaseOf } from '@skillstream/runtime';
import type { Connection } from 'mongoose';
import type { Version } from '../versions/superseded.ts';

type ReplicaDocument = Version & { _id: string; seenMs: number };

/** Which version each replica serves: a document a replica in MongoDB, written again every few seconds. */
export const createReplicaRegister = (connection: Connection, replicaId: string) => {
  const replicas = () => databaseOf(connection).collection<ReplicaDocument>('replicas');
  return {
    say: async (version: Version, seenMs: number): Promise<void> => {
      await replicas().replaceOne({ _id: replicaId }, { ...version, seenMs }, { upsert: true });
    },
    /** What was said since a time; what is older is forgotten. */
    since: async (ms: number): Promise<ReplicaDocument[]> => {
      await replicas().deleteMany({ seenMs: { $lt: ms } });
      return replicas().find().toArray();
    },
    leave: async (): Promise<void> => void (await replicas().deleteOne({ _id: replicaId })),
  };
};
