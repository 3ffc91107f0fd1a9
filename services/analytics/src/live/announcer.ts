import type { LiveChange } from '@skillstream/contracts';
import { type Log, loggedError } from '@skillstream/runtime';
import type { Tally } from './live-counts.ts';

export type AnnouncerDeps = {
  tally: Tally;
  /** Null while the views are being built: what is counted then is nothing new. */
  viewVersion: () => Promise<string | null>;
  publish: (change: LiveChange) => Promise<unknown>;
  now: () => Date;
  everyMs: number;
  log: Log;
};

/**
 * Tells once in a while what was counted. A change that cannot be told is dropped, with a line in the log: it is a
 * hint, and the numbers themselves stand in the views.
 */
export const createAnnouncer = ({ tally, viewVersion, publish, now, everyMs, log }: AnnouncerDeps) => {
  let timer: NodeJS.Timeout | null = null;
  let telling: Promise<void> | null = null;
  const tell = async () => {
    const changes = tally.take();
    if (!changes) return;
    try {
      const version = await viewVersion();
      if (version !== null) await publish({ at: now().toISOString(), viewVersion: version, ...changes });
    } catch (error) {
      log.warn({ error: loggedError(error), postings: changes.postings }, 'live change not told');
    }
  };
  return {
    start: () => {
      timer = setInterval(() => (telling ??= tell().finally(() => (telling = null))), everyMs);
    },
    stop: async () => {
      clearInterval(timer ?? undefined);
      await telling;
    },
  };
};
