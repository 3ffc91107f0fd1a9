import type { VerifyJob } from '@skillstream/contracts';
import { type Log, loggedError } from '@skillstream/runtime';

/** Runs one verification at a time; a second request meets the one under way. The last few results are kept. */
export const createVerifyJobs = (
  run: (progress: (change: Partial<VerifyJob>) => void) => Promise<void>,
  { newId, log }: { newId: () => string; log: Log },
) => {
  const jobs = new Map<string, VerifyJob>();
  let running: VerifyJob | null = null;

  const start = (): VerifyJob => {
    if (running) return running;
    const job: VerifyJob = {
      id: newId(),
      state: 'running',
      partitionsDone: 0,
      partitions: 0,
      postings: 0,
      numbersCompared: 0,
      differences: [],
      differenceCount: 0,
    };
    jobs.set(job.id, job);
    for (const id of [...jobs.keys()].slice(0, -10)) jobs.delete(id);
    running = job;
    run((change) => Object.assign(job, change))
      .then(() => {
        job.state = 'done';
        log.info({ job: job.id, postings: job.postings, differences: job.differenceCount }, 'verified');
      })
      .catch((error: unknown) => {
        Object.assign(job, { state: 'failed', error: loggedError(error) });
        log.error({ job: job.id, error: loggedError(error) }, 'verification failed');
      })
      .finally(() => (running = null));
    return job;
  };
  return { start, get: (id: string): VerifyJob | null => jobs.get(id) ?? null };
};

export type VerifyJobs = ReturnType<typeof createVerifyJobs>;
