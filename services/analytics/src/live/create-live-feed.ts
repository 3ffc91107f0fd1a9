import type { LiveChange } from '@skillstream/contracts';
import type { Log } from '@skillstream/runtime';
import { createAnnouncer } from './announcer.ts';
import { createTally } from './live-counts.ts';

export type LiveFeedDeps = {
  append: (change: LiveChange) => Promise<unknown>;
  /** The name of the views that are answered from; null while they are being built. */
  viewVersion: () => Promise<string | null>;
  log: Log;
  now: () => number;
};

const EVERY_MS = 1000;

/** Tells the gateways once a second what was counted since. */
export const createLiveFeed = ({ append, viewVersion, log, now }: LiveFeedDeps) => {
  const tally = createTally();
  const announcer = createAnnouncer({
    ...{ tally, viewVersion, log, everyMs: EVERY_MS },
    publish: append,
    now: () => new Date(now()),
  });
  return { ...announcer, onCounted: tally.add };
};
