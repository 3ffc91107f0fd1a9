import type { VerifyJob } from '@skillstream/contracts';

/** A verification as all replicas see it; `beatMs` is the time of the last heartbeat of the replica that runs it. */
export type StoredRun = { run: VerifyJob; owner: string; beatMs: number };

/** What the runs need of MongoDB; implemented by `stores/mongo/verification-store.ts`. */
export type RunStore = {
  /** Inserts a new run. @returns false when one is running already */
  begin: (stored: StoredRun) => Promise<boolean>;
  running: () => Promise<StoredRun | null>;
  find: (id: string) => Promise<StoredRun | null>;
  /**
   * Updates a run if it is still running; one that has ended is final.
   * @param seenMs where given, only if this is still its last heartbeat
   * @returns false when it was not running any more, or had a later heartbeat
   */
  update: (run: VerifyJob, beatMs: number, seenMs?: number) => Promise<boolean>;
};
