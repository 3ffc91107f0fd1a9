import type { Moment } from '../replay/recording.ts';
import type { Connection } from './follow.ts';

/** Three snapshots that did not come. */
const OLD_MS = 3000;

/** Whether no snapshot has come for so long before a time that its figures are no longer those of that time. */
export const isStale = (moment: Moment, timeMs: number): boolean => timeMs - moment.atMs > OLD_MS;

/**
 * Since when nothing is known of what a moment's snapshot says; null where it is of the time that is shown.
 * @param moment the newest snapshot until that time
 * @param timeMs the time that is shown, in milliseconds since 1970, as is what is returned
 * @param live whether that is now: a stream that has ended says nothing of the present
 */
export const unknownSince = (
  moment: Moment,
  timeMs: number,
  live: boolean,
  { state }: Pick<Connection, 'state'>,
): number | null =>
  isStale(moment, timeMs) || (live && (state === 'lost' || state === 'refused')) ? moment.atMs : null;
