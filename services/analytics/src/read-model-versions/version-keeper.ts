import { sleep } from '@skillstream/async';
import { loggedError } from '@skillstream/errors';
import { type Log } from '@skillstream/runtime';
import { cleanUp, type JanitorDeps } from './janitor.ts';
import type { VersionsInUse, ReadModelVersion } from './superseded.ts';

type VersionKeeperDeps = Pick<JanitorDeps, 'views' | 'facts'> & {
  schemaVersion: number;
  /** Switches to the current generation; null before there is one. `serving`: whether this replica uses it. */
  follow: () => Promise<{ generation: number; beganMs: number; serving: boolean } | null>;
  register: {
    say: (version: ReadModelVersion, seenMs: number) => Promise<void>;
    since: (ms: number) => Promise<VersionsInUse['served']>;
    leave: () => Promise<void>;
  };
  graceMs: number;
  now: () => number;
  log: Log;
};

const BEAT_MS = 5000;
const ROUNDS_A_GRACE = 12;
// Leaves Redis and MongoDB time for other clients between two deletions.
const PAUSE_MS = 100;

/**
 * Registers every few seconds which version this replica serves, switches to a generation that another replica began,
 * and from time to time deletes the versions that have not been used for the grace period.
 */
export const createVersionKeeper = ({
  schemaVersion,
  follow,
  register,
  graceMs,
  now,
  log,
  ...stores
}: VersionKeeperDeps) => {
  const stopped = new AbortController();
  const { signal } = stopped;
  let roundMs = 0;
  let running = Promise.resolve();

  const onDropped: JanitorDeps['onDropped'] = async (what) => {
    log.info(what, 'superseded read models deleted');
    await sleep(PAUSE_MS, signal);
    signal.throwIfAborted();
  };
  const beat = async () => {
    const holds = await follow();
    if (!holds) return;
    const present = { schemaVersion, generation: holds.generation };
    if (holds.serving) await register.say(present, now());
    if (now() - roundMs < graceMs / ROUNDS_A_GRACE) return;
    roundMs = now();
    const served = await register.since(now() - graceMs);
    await cleanUp(
      { ...stores, onDropped },
      { present, beganMs: holds.beganMs, served, nowMs: now(), graceMs },
    );
  };
  const run = async () => {
    while (!signal.aborted) {
      await beat().catch((error: unknown) => {
        // Redis or MongoDB is unavailable, which is reported elsewhere.
        if (!signal.aborted) log.debug({ error: loggedError(error) }, 'cannot maintain versions now');
      });
      await sleep(Math.min(BEAT_MS, graceMs / 4), signal);
    }
  };
  return {
    /** Runs one round; its deletions wait for those of the previous one. */
    beat,
    start: () => void (running = run()),
    stop: async (): Promise<void> => {
      stopped.abort();
      await running;
      await register.leave();
    },
  };
};
