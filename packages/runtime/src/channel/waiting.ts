import { runPeriodically } from '@skillstream/async';
import type { ReplicaSnapshot } from '@skillstream/contracts';
import type { ReadinessProbe } from '../readiness.ts';

const LOOK_EVERY_MS = 2000;
const MOST_REASON_UNITS = 500;
/** One that shuts down waits for nothing, and takes its snapshot away by itself. */
const DRAINING = 'draining';

type Waiting = NonNullable<ReplicaSnapshot['waitsFor']>;

/**
 * What a replica waits for, as its readiness said last: a snapshot shows it, and does not wait for it itself.
 * @param readiness each of whose checks ends, also while an engine hangs
 */
export const createWaiting = ({ status }: Pick<ReadinessProbe, 'status'>) => {
  let last: Waiting | undefined;
  const look = async () => {
    const { checks } = await status();
    last = Object.entries(checks)
      .filter(([name, { ok }]) => !ok && name !== DRAINING)
      .map(([name, { detail }]) => ({ name, ...(detail && { reason: detail.slice(0, MOST_REASON_UNITS) }) }));
  };
  const looking = runPeriodically(look, { everyMs: LOOK_EVERY_MS });
  return {
    start: looking.start,
    stop: looking.stop,
    /** Undefined before the first look. */
    last: (): Waiting | undefined => last,
  };
};
