import { isDuplicateKey } from '@skillstream/errors';
import type { Documents } from './documents.ts';
import { engineCall } from './engine-call.ts';
import { tombstoneAgainAt } from './tombstone-again.ts';

/** Of more runs the others follow seconds later. */
const MOST_RUNS = 100;

/**
 * Runs that have erased letters, and when their tombstones are to be published again. All calls throw `unavailable`.
 */
export const createErasedLettersStore = (documents: Documents) => ({
  /** Has the tombstones of a run's letters, which are in the log by now, published again a day later. */
  repeatLetters: (runId: string, now: Date): Promise<void> =>
    engineCall('Cannot remember erased letters', async () => {
      const at = tombstoneAgainAt(now);
      try {
        await documents.erasedLetters().insertOne({ _id: runId, at });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        await documents.erasedLetters().updateOne({ _id: runId }, { $set: { at } });
      }
    }),

  lettersToRepeat: (now: Date): Promise<string[]> =>
    engineCall('Cannot look for erased letters', async () => {
      const due = documents.erasedLetters().find({ at: { $lte: now } }, { limit: MOST_RUNS });
      return (await due.toArray()).map(({ _id }) => _id);
    }),

  lettersRepeated: (runIds: string[]): Promise<void> =>
    engineCall('Cannot forget erased letters', async () => {
      await documents.erasedLetters().deleteMany({ _id: { $in: runIds } });
    }),
});
