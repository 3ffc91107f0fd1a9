import { sleep } from '@skillstream/async';
import type { VerifyJob } from '@skillstream/contracts';
import { appError, loggedError, messageOf } from '@skillstream/errors';
import { type Log } from '@skillstream/runtime';
import type { RunStore, StoredRun } from './run-store.ts';

type VerifyRunsDeps = {
  run: (progress: (change: Partial<VerifyJob>) => void) => Promise<void>;
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
// Storing the end of a job is retried for a while: without it the job counts as failed.
const TRIES_TO_END = 10;
const MOST_ERROR = 1000;

const newJob = (id: string): VerifyJob => ({
  ...{ id, state: 'running', partitionsDone: 0, partitions: 0, postings: 0 },
  ...{ numbersCompared: 0, differences: [], differenceCount: 0 },
});

/**
 * Runs one verification at a time over all replicas; a request while one is running joins it. Progress is stored where
 * every replica can read it. A job whose replica has died is reported as failed, and the next one may begin.
 */
export const createVerifyRuns = (deps: VerifyRunsDeps) => {
  const { run, store, newId, now, owner, log, beatMs = BEAT_MS } = deps;

  /** The job as it is reported: one whose replica is gone is marked as failed, for all replicas. */
  const settled = async (stored: StoredRun): Promise<VerifyJob> => {
    const { job } = stored;
    if (job.state !== 'running' || now() - stored.beatMs <= MAX_MISSED_HEARTBEATS * beatMs) return job;
    const error = 'The replica that ran it is gone: begin another';
    const failed: VerifyJob = { ...job, state: 'failed', error };
    if (await store.update(failed, now(), stored.beatMs)) {
      log.warn({ job: job.id, owner: stored.owner }, 'verification failed: its replica is gone');
      return failed;
    }
    return (await store.find(job.id))?.job ?? failed;
  };

  const end = async (job: VerifyJob): Promise<void> => {
    for (let left = TRIES_TO_END; left > 0; left -= 1) {
      try {
        return void (await store.update(job, now()));
      } catch (error) {
        log.warn({ job: job.id, error: loggedError(error) }, 'cannot store the end of a verification yet');
        await sleep(beatMs);
      }
    }
  };

  const carryOut = async (job: VerifyJob): Promise<void> => {
    // Differences are stored once, at the end: there may be many.
    const note = () => store.update({ ...job, differences: [] }, now()).catch(() => true);
    const beating = setInterval(() => void note(), beatMs).unref();
    try {
      await run((change) => void Object.assign(job, change));
      job.state = 'done';
      log.info({ job: job.id, postings: job.postings, differences: job.differenceCount }, 'verified');
    } catch (error) {
      const reported = messageOf(error).slice(0, MOST_ERROR);
      Object.assign(job, { state: 'failed', error: reported });
      log.error({ job: job.id, error: loggedError(error) }, 'verification failed');
    } finally {
      clearInterval(beating);
    }
    await end(job);
  };

  return {
    /** @throws SkillstreamError `overloaded` when other replicas keep beginning and ending theirs */
    start: async (): Promise<VerifyJob> => {
      for (let tries = 0; tries < 3; tries += 1) {
        const running = await store.running();
        const present = running && (await settled(running));
        if (present?.state === 'running') return present;
        const job = newJob(newId());
        if (!(await store.begin({ job, owner, beatMs: now() }))) continue;
        void carryOut({ ...job });
        return job;
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
