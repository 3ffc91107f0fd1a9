import { sleep } from '@skillstream/async';
import type { VerifyJob } from '@skillstream/contracts';
import { appError, loggedError, messageOf } from '@skillstream/errors';
import { type Log } from '@skillstream/runtime';
import type { RunStore, StoredRun } from './run-store.ts';

type VerifyRunsDeps = {
  verify: (progress: (change: Partial<VerifyJob>) => void) => Promise<void>;
  store: RunStore;
  newId: () => string;
  now: () => number;
  /** Identifies this replica; another id after every restart. */
  owner: string;
  log: Log;
  beatMs?: number;
};

const BEAT_MS = 2000;
/** Missed heartbeats after which a replica counts as gone; tolerates clocks that differ by half a minute. */
export const MAX_MISSED_HEARTBEATS = 30;
// Storing the end of a run is retried for a while: without it the run counts as failed.
const TRIES_TO_END = 10;
const MOST_ERROR = 1000;

const newRun = (id: string): VerifyJob => ({
  ...{ id, state: 'running', partitionsDone: 0, partitions: 0, postings: 0 },
  ...{ numbersCompared: 0, differences: [], differenceCount: 0 },
});

/**
 * Runs one verification at a time over all replicas; a request while one is running joins it. Progress is stored where
 * every replica can read it. A run whose replica has died is reported as failed, and the next one may begin.
 */
export const createVerifyRuns = (deps: VerifyRunsDeps) => {
  const { verify, store, newId, now, owner, log, beatMs = BEAT_MS } = deps;

  /** A run as it is reported: one whose replica is gone is marked as failed, for all replicas. */
  const settled = async (stored: StoredRun): Promise<VerifyJob> => {
    const { run } = stored;
    if (run.state !== 'running' || now() - stored.beatMs <= MAX_MISSED_HEARTBEATS * beatMs) return run;
    const error = 'The replica that ran it is gone: begin another';
    const failed: VerifyJob = { ...run, state: 'failed', error };
    if (await store.update(failed, now(), stored.beatMs)) {
      log.warn({ verification: run.id, owner: stored.owner }, 'verification failed: its replica is gone');
      return failed;
    }
    return (await store.find(run.id))?.run ?? failed;
  };

  const end = async (run: VerifyJob): Promise<void> => {
    for (let left = TRIES_TO_END; left > 0; left -= 1) {
      try {
        return void (await store.update(run, now()));
      } catch (error) {
        log.warn(
          { verification: run.id, error: loggedError(error) },
          'cannot store the end of a verification yet',
        );
        await sleep(beatMs);
      }
    }
  };

  const carryOut = async (run: VerifyJob): Promise<void> => {
    // Differences are stored once, at the end: there may be many.
    const note = () => store.update({ ...run, differences: [] }, now()).catch(() => true);
    const beating = setInterval(() => void note(), beatMs).unref();
    try {
      await verify((change) => void Object.assign(run, change));
      run.state = 'done';
      log.info(
        { verification: run.id, postings: run.postings, differences: run.differenceCount },
        'verified',
      );
    } catch (error) {
      const reported = messageOf(error).slice(0, MOST_ERROR);
      Object.assign(run, { state: 'failed', error: reported });
      log.error({ verification: run.id, error: loggedError(error) }, 'verification failed');
    } finally {
      clearInterval(beating);
    }
    await end(run);
  };

  return {
    /** @throws SkillstreamError `overloaded` when other replicas keep beginning and ending theirs */
    start: async (): Promise<VerifyJob> => {
      for (let tries = 0; tries < 3; tries += 1) {
        const running = await store.running();
        const present = running && (await settled(running));
        if (present?.state === 'running') return present;
        const run = newRun(newId());
        if (!(await store.begin({ run, owner, beatMs: now() }))) continue;
        void carryOut({ ...run });
        return run;
      }
      throw appError('overloaded', 'Another verification has just begun: ask again');
    },
    get: async (id: string): Promise<VerifyJob | null> => {
      const stored = await store.find(id);
      return stored && settled(stored);
    },
  };
};

export type VerifyRuns = ReturnType<typeof createVerifyRuns>;
