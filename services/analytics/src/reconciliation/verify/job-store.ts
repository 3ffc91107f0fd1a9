import type { VerifyJob } from '@skillstream/contracts';

/** A verification as all replicas know it; `beatMs` is when the replica that runs it last said so. */
export type StoredJob = { job: VerifyJob; owner: string; beatMs: number };

/** What the jobs need of MongoDB; the store that does it is `stores/mongo/verification-store.ts`. */
export type JobStore = {
  /** Puts a new running job beside those that ended. @returns false where one runs already */
  begin: (stored: StoredJob) => Promise<boolean>;
  running: () => Promise<StoredJob | null>;
  find: (id: string) => Promise<StoredJob | null>;
  /**
   * Notes what became of a job that runs, if it runs still; one that no longer runs stands for good.
   * @param seenMs where given, only if nobody has said anything of it since this beat
   * @returns false where it did not run any more, or somebody said something
   */
  update: (job: VerifyJob, beatMs: number, seenMs?: number) => Promise<boolean>;
};
