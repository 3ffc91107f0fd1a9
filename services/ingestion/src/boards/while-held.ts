import { createProgress, keepLease, type KeepLeaseDeps } from '../outbox/keep-lease.ts';
import type { Lease } from '../outbox/lease.ts';
import { settled } from '../outbox/settled.ts';

/** What work under a lease is told. */
export type Held = {
  /** Aborts when the lease is lost, or the work is stopped. */
  signal: AbortSignal;
  /** Throws where the lease is not held at this moment. */
  assertHeld: () => void;
  /** To be called whenever something was finished. */
  onProgress: () => void;
};

/** Does work while a lease, which was acquired, is held and renewed; releases it at the end, whatever that is. */
export const whileHeld = async <T>(
  deps: Omit<KeepLeaseDeps, 'lease'> & { lease: Lease },
  stopped: AbortSignal,
  work: (held: Held) => Promise<T>,
): Promise<T> => {
  const { lease, nowMs } = deps;
  const [lost, done] = [new AbortController(), new AbortController()];
  const signal = AbortSignal.any([lost.signal, stopped]);
  const progress = createProgress(() => performance.now());
  const keeping = keepLease(deps, progress, done.signal).catch((error: unknown) => lost.abort(error));
  const assertHeld = () => {
    signal.throwIfAborted();
    if (!lease.held(nowMs())) lost.abort(new Error('The lease is lost'));
    signal.throwIfAborted();
  };
  try {
    return await work({ signal, assertHeld, onProgress: progress.made });
  } finally {
    done.abort();
    await settled(keeping);
    await settled(lease.release());
  }
};
