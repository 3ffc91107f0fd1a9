import type { LiveChange } from '@skillstream/contracts';
import { loggedError } from '@skillstream/errors';
import { type Log } from '@skillstream/runtime';
import { createChangeCounts } from './live-counts.ts';

type LiveFeedDeps = {
  append: (change: LiveChange) => Promise<unknown>;
  /** Null while the views are being built: what is counted then is not news. */
  viewVersion: () => Promise<string | null>;
  log: Log;
  now: () => number;
};

const EVERY_MS = 1000;

/**
 * Publishes once a second what was counted. A change that cannot be published is dropped and logged: it is only a
 * hint, and the numbers themselves are in the views.
 */
export const createLiveFeed = ({ append, viewVersion, log, now }: LiveFeedDeps) => {
  const counts = createChangeCounts();
  let timer: NodeJS.Timeout | null = null;
  let telling: Promise<void> | null = null;
  const tell = async () => {
    const changes = counts.take();
    if (!changes) return;
    try {
      const version = await viewVersion();
      const at = new Date(now()).toISOString();
      if (version !== null) await append({ at, viewVersion: version, ...changes });
    } catch (error) {
      log.warn({ error: loggedError(error), postings: changes.postings }, 'live change dropped');
    }
  };
  return {
    /** Adds what was counted to the next message. */
    onCounted: counts.add,
    start: () => {
      timer = setInterval(() => (telling ??= tell().finally(() => (telling = null))), EVERY_MS);
    },
    stop: async () => {
      clearInterval(timer ?? undefined);
      await telling;
    },
  };
};
