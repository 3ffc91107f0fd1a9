import { isDuplicateKey } from '@skillstream/errors';
import type { LeaseState, LeaseStore } from '../outbox/lease.ts';
import type { Documents } from './documents.ts';
import { engineCall } from './engine-call.ts';

/** One lease as a document of MongoDB, changed by compare-and-set only. All calls throw `unavailable`. */
export const createLeaseStore = (documents: Documents, id: string): LeaseStore => ({
  read: () => engineCall('Cannot read the lease', () => documents.leases().findOne({ _id: id })),
  create: (state: LeaseState) =>
    engineCall('Cannot create the lease', async () => {
      try {
        await documents.leases().insertOne({ _id: id, ...state });
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    }),
  swap: ({ owner, expiresAtMs }, next) =>
    engineCall('Cannot change the lease', async () => {
      const result = await documents.leases().updateOne({ _id: id, owner, expiresAtMs }, { $set: next });
      return result.matchedCount === 1;
    }),
});
