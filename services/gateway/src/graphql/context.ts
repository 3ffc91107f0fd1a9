import type { LiveEntry } from '../live/hub.ts';
import type { Asking } from './asking.ts';

/** What the resolvers of one request have. */
export type Context = {
  asking: Asking;
  /** Changes from now on, for this client. @throws SkillstreamError `rate-limited`, `overloaded` */
  changes: () => AsyncIterableIterator<LiveEntry>;
};
