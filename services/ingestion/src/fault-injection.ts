import { createFaultPoint } from '@skillstream/runtime';
import type { OutboxHooks } from './outbox/hooks.ts';

/**
 * For tests and lessons: this process kills itself, or stands still, the n-th time it comes to a step of the
 * outbox: `after-store`, `before-publish` or `after-publish`.
 * @param plan the variable FAULT, like `kill:after-store:3`
 */
export const faultHooks = (plan: string | undefined): OutboxHooks => {
  if (plan === undefined) return {};
  const pass = createFaultPoint(plan);
  return {
    afterStore: async () => pass('after-store'),
    beforePublish: async () => pass('before-publish'),
    afterPublish: async () => pass('after-publish'),
  };
};
