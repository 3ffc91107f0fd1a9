import type { Narrated, PipelineEventType } from '@skillstream/contracts';
import type { Log } from '../log.ts';

/**
 * Says once what a guard did: a log line, a counter, a record for those who watch. It never throws, and never waits.
 */
export type Narrate = (event: Narrated) => void;

/** What nobody has to look at; the rest is logged as a warning, or worse. */
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

/** Whether the n-th failure in a row is worth saying: the first, and from then on each that doubles their number. */
export const isWorthSaying = (failures: number): boolean => failures > 0 && isPowerOfTwo(failures);
