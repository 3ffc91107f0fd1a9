import type { Narrated, PipelineEventType } from '@skillstream/contracts';
import type { Log } from '../log.ts';

/**
 * Reports once what a guard did: a log line, a counter, a record for those who watch. Never throws, never waits.
 */
export type Narrate = (event: Narrated) => void;

/** Levels other than `warn`. */
const levels: Partial<Record<PipelineEventType, 'info' | 'error'>> = {
  'partition.acquired': 'info',
  'partition.lost': 'info',
  'reading.moved': 'info',
  'lease.taken': 'info',
  'breaker.closed': 'info',
  'views.rebuilding': 'info',
  'views.caught-up': 'info',
  'generation.started': 'error',
};

/** Logs an event: its type as the field `event`, and in words as the message. */
export const logEvent = (log: Log, { type, ...fields }: Narrated): void =>
  log[levels[type] ?? 'warn']({ event: type, ...fields }, type.replace(/[.-]/g, ' '));

/** Narrates to the log alone: where there is no channel. */
export const narrateToLog =
  (log: Log): Narrate =>
  (event) =>
    logEvent(log, event);

const isPowerOfTwo = (count: number): boolean => (count & (count - 1)) === 0;

/** Whether the n-th failure in a row is narrated: the first, and from then on each that doubles their number. */
export const shouldNarrate = (failures: number): boolean => failures > 0 && isPowerOfTwo(failures);
