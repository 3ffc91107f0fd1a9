import { randomUUID } from 'node:crypto';
import { isDuplicateKey } from '@skillstream/errors';
import type { Documents } from './documents.ts';
import { engineCall } from './engine-call.ts';

/** Who publishes a job, and what was published last. All calls throw `unavailable`. */
export const createJobStore = (documents: Documents) => {
  const announceOnce = (job: string): Promise<string | null> =>
    engineCall('Cannot announce a job', async () => {
      const revision = randomUUID();
      const changed = await documents.jobs().updateOne({ _id: job }, { $set: { revision } });
      if (changed.matchedCount === 1) return revision;
      try {
        await documents.jobs().insertOne({ _id: job, revision, published: null });
        return revision;
      } catch (error) {
        if (isDuplicateKey(error)) return null;
        throw error;
      }
    });
  return {
    /** Says that its primary is about to be published. @returns what `confirm` needs */
    announce: async (job: string): Promise<string> => {
      for (;;) {
        const revision = await announceOnce(job);
        if (revision !== null) return revision;
      }
    },
    /** @returns false where somebody else has announced it meanwhile, who may know of other members */
    confirm: (job: string, revision: string, published: string | null): Promise<boolean> =>
      engineCall('Cannot confirm a job', async () => {
        const { matchedCount } = await documents
          .jobs()
          .updateOne({ _id: job, revision }, { $set: { published } });
        return matchedCount === 1;
      }),
    /** The primary that was published last; null where there is none. */
    published: (job: string): Promise<string | null> =>
      engineCall(
        'Cannot read a job',
        async () => (await documents.jobs().findOne({ _id: job }))?.published ?? null,
      ),
    isKnown: (job: string): Promise<boolean> =>
      engineCall('Cannot read a job', async () => (await documents.jobs().findOne({ _id: job })) !== null),
    /** Forgets a job without members, unless somebody else has announced it. */
    forget: (job: string, revision: string): Promise<unknown> =>
      engineCall('Cannot remove a job', () => documents.jobs().deleteOne({ _id: job, revision })),
  };
};

export type JobStore = ReturnType<typeof createJobStore>;
