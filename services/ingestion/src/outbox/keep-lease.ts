import { sleep } from '@skillstream/async';
import { appError } from '@skillstream/errors';
import type { Lease } from './lease.ts';

/** When something last made progress. */
export const createProgress = (nowMs: () => number) => {
  let atMs = nowMs();
  return {
    made: () => {
      atMs = nowMs();
    },
    idleMs: () => nowMs() - atMs,
  };
};

export type KeepLeaseDeps = {
  lease: Pick<Lease, 'renew' | 'held'>;
  leaseMs: number;
  /** A relay without progress for so long is stuck: a call to an engine hangs. */
  patienceMs: number;
  nowMs: () => number;
};

/**
 * Renews the lease as long as there is progress, until the signal aborts.
 * @throws SkillstreamError `fenced` when the lease is lost, `timeout` when there is no more progress
 */
export const keepLease = async (
  { lease, leaseMs, patienceMs, nowMs }: KeepLeaseDeps,
  progress: ReturnType<typeof createProgress>,
  signal: AbortSignal,
): Promise<void> => {
  for (;;) {
    await sleep(leaseMs / 3, signal);
    if (signal.aborted) return;
    if (progress.idleMs() > patienceMs)
      throw appError('timeout', `Nothing was finished for ${patienceMs} ms`);
    const held = () => lease.held(nowMs());
    const renewal = lease.renew(nowMs()).catch(held);
    // The call may hang, and the lease must not be considered valid beyond its end.
    if (!(await Promise.race([renewal, sleep(leaseMs / 3, signal).then(held)])))
      throw appError('fenced', 'The lease is lost');
  }
};
