import { createFaultInjection } from '@skillstream/runtime';

/** Steps between which fault tests pause or kill the process; `faultInjectionHooks` does it from outside. */
export type OutboxHooks = {
  /** Postings are stored, the relay was not notified. */
  afterStore?: () => Promise<void>;
  /** Pending postings are read, the lease was valid a moment ago. */
  beforePublish?: () => Promise<void>;
  /** The transaction is committed, the postings are still marked pending. */
  afterPublish?: () => Promise<void>;
};

/**
 * For tests and lessons: this process kills or suspends itself the n-th time it reaches a step of the outbox:
 * `after-store`, `before-publish` or `after-publish`.
 * @param plan the variable FAULT_INJECTION, like `kill:after-store:3`
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
