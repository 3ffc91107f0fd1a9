import { appError, isDuplicateKey } from '@skillstream/errors';
import {
  askedToo,
  earlierThanNext,
  endedRun,
  newRun,
  runById,
  type Chosen,
  type ErasureRun,
} from '../erasure/run.ts';
import type { Documents, ErasureDocument } from './documents.ts';
import { createErasedLettersStore } from './erased-letters-store.ts';
import { createErasurePostings } from './erasure-postings.ts';
import { engineCall } from './engine-call.ts';

const runOf = ({ _id, ...run }: ErasureDocument): ErasureRun => ({ source: _id, ...run });
const documentOf = ({ source, ...run }: ErasureRun): ErasureDocument => ({ _id: source, ...run });

/** Erasures at a time, with those that found nothing: a caller can make names up. */
const MOST_RUNS = 200;
/** How long the answer is kept that there was nothing, in ms. */
const NOTHING_KEPT_MS = 10 * 60_000;
const FOUND_NOTHING = { state: 'ended', total: 0, letters: 0 } as const;

type Asked = { source: string; chosen: Chosen; runId: string; now: Date };

/**
 * The erasure of each source, as a document that is changed by compare-and-set only, beside the postings. All calls
 * throw `unavailable`.
 */
export const createErasureStore = (documents: Documents) => {
  const postings = createErasurePostings(documents);
  const find = async (source: string): Promise<ErasureRun | null> => {
    const found = await documents.erasures().findOne({ _id: source });
    return found && runOf(found);
  };

  /** Replaces a run that is still the one that was read. */
  const replace = async ({ source, runId, state, again = null }: ErasureRun, next: ErasureRun) => {
    const filter = { _id: source, runId, state, again };
    return (await documents.erasures().replaceOne(filter, documentOf(next))).matchedCount === 1;
  };

  /**
   * @param isKnown whether the source has postings: what others found nothing of does not hold that up
   * @throws SkillstreamError `overloaded`
   */
  const assertRoom = async (now: Date, isKnown: boolean) => {
    const before = new Date(now.getTime() - NOTHING_KEPT_MS);
    await documents.erasures().deleteMany({ ...FOUND_NOTHING, endedAt: { $lt: before } });
    const running = { state: 'running' as const };
    const filter = isKnown ? running : { $or: [running, FOUND_NOTHING] };
    if ((await documents.erasures().countDocuments(filter, { limit: MOST_RUNS })) >= MOST_RUNS)
      throw appError(
        'overloaded',
        `${MOST_RUNS} erasures are in progress, or found nothing a short while ago`,
      );
  };

  const begin = async ({ source, chosen, runId, now }: Asked, present: ErasureRun | null) => {
    const total = await postings.count(source);
    await assertRoom(now, total > 0);
    const run = newRun(source, { runId, chosen, total, now });
    if (present) {
      const next = { ...run, earlier: earlierThanNext(present, now) };
      return (await replace(present, next)) ? next : null;
    }
    try {
      await documents.erasures().insertOne(documentOf(run));
      return run;
    } catch (error) {
      if (isDuplicateKey(error)) return null;
      throw error;
    }
  };

  const askedAgain = async ({ source, chosen, runId: asked }: Asked, present: ErasureRun) => {
    const more = askedToo(present.again, chosen);
    if (more === undefined)
      throw appError('overloaded', `Too many erasures of ${source} wait for the one in progress`);
    // Of the run itself nothing else changes: it may advance meanwhile.
    const { runId, again = null } = present;
    const next = { chosen: more, runId: again?.runId ?? asked };
    const { matchedCount } = await documents
      .erasures()
      .updateOne({ _id: source, runId, state: 'running', again }, { $set: { again: next } });
    return matchedCount === 1 ? { ...present, again: next } : null;
  };

  return {
    ...postings,
    ...createErasedLettersStore(documents),
    /** The erasure of a source: the one in progress, or the latest one; null when there was none. */
    read: (source: string) => engineCall('Cannot read the erasure', () => find(source)),

    /** An erasure of a source by its id: also one that waits, and the last ones that have ended. */
    readRun: (source: string, runId: string) =>
      engineCall('Cannot read the erasure', async () => {
        const latest = await find(source);
        return latest && runById(latest, runId);
      }),

    /**
     * Starts an erasure, or has another one follow the one in progress. @returns the one in progress
     * @throws SkillstreamError `overloaded` when too many are in progress, or too many texts wait for this one
     */
    ask: (asked: Asked): Promise<ErasureRun> =>
      engineCall('Cannot begin the erasure', async () => {
        for (;;) {
          const present = await find(asked.source);
          const isRunning = present?.state === 'running';
          const run = isRunning ? await askedAgain(asked, present) : await begin(asked, present);
          if (run) return run;
        }
      }),

    /** The erasures in progress that are due. */
    due: (now: Date): Promise<ErasureRun[]> =>
      engineCall('Cannot look for erasures', async () => {
        const running = await documents.erasures().find({ state: 'running' }).sort({ _id: 1 }).toArray();
        return running.filter(({ retryAt }) => retryAt === null || retryAt <= now).map(runOf);
      }),

    /** Changes a run; false when another replica has moved it on, or it is another run by now. */
    advance: ({ source, runId, phase, after }: ErasureRun, changes: Partial<ErasureRun>): Promise<boolean> =>
      engineCall('Cannot move the erasure on', async () => {
        const filter = { _id: source, runId, state: 'running', phase, after } as const;
        return (await documents.erasures().updateOne(filter, { $set: changes })).matchedCount === 1;
      }),

    /** Ends a run, or begins the one that was asked for meanwhile. @param nextId its id, where it has none */
    end: (run: ErasureRun, nextId: string, now: Date): Promise<void> =>
      engineCall('Cannot end the erasure', async () => {
        for (;;) {
          const present = await find(run.source);
          if (present?.runId !== run.runId || present.state !== 'running') return;
          const { source, again } = present;
          const next: ErasureRun = again
            ? {
                ...newRun(source, {
                  ...{ runId: again.runId ?? nextId, chosen: again.chosen, now },
                  total: await postings.count(source),
                }),
                earlier: earlierThanNext(present, now),
              }
            : { ...present, ...endedRun(present, now) };
          if (await replace(present, next)) return;
        }
      }),
  };
};

export type ErasureStore = ReturnType<typeof createErasureStore>;
