import { NO_DATA } from './no-data.ts';
import { amount, whole } from './amount.ts';

/** A duration in seconds as people say it, like 4.2 s, 3 min or 2.5 h; `no data` where it is not known. */
export const secondsText = (seconds: number | null | undefined): string => {
  if (seconds === null || seconds === undefined) return NO_DATA;
  if (seconds < 120) return `${amount(seconds)} s`;
  return seconds < 7200 ? `${whole(seconds / 60)} min` : `${amount(seconds / 3600)} h`;
};

/** A duration in milliseconds, like 12 ms; from a second on as `secondsText` has it. */
export const millisecondsText = (ms: number | null | undefined): string => {
  if (ms === null || ms === undefined) return NO_DATA;
  return ms < 1000 ? `${whole(ms)} ms` : secondsText(ms / 1000);
};
