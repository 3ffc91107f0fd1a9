import { createFaultInjection } from '@skillstream/runtime';

/** Steps between which fault tests stop or kill; `faultInjectionHooks` does it from outside. */
export type OutboxHooks = {
  /** Postings are stored, nobody was told. */
  afterStore?: () => Promise<void>;
  /** Pending postings are read, the lease was held a moment ago. */
  beforePublish?: () => Promise<void>;
  /** The transaction is committed, the postings are still marked pending. */
  afterPublish?: () => Promise<void>;
};

/**
 * For tests and lessons: this process kills itself, or stands still, the n-th time it comes to a step of the
 * outbox: `after-store`, `before-publish` or `after-publish`.
 * @param plan The variable FAULT_INJECTION, like `kill:after-store:3`
 */
export const faultInjectionHooks = (plan: string | undefined): OutboxHooks => {
  if (plan === undefined) return {};
  const pass = createFaultInjection(plan);
  return {
    afterStore: async () => pass('after-store'),
    beforePublish: async () => pass('before-publish'),
    afterPublish: async () => pass('after-publish'),
  };
};
