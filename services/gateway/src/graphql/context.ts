import type { Scope } from '@skillstream/contracts';
import type { LiveEntry } from '../live/hub.ts';
import type { Asking } from './request-queries.ts';

/** The context of the resolvers of one request. */
export type Context = {
  asking: Asking;
  /** @throws SkillstreamError `insufficient-scope` where the caller's token does not have the scope */
  needs: (scope: Scope) => void;
  /** Changes from now on, for this client. @throws SkillstreamError `rate-limited`, `overloaded` */
  changes: () => AsyncIterableIterator<LiveEntry>;
};
