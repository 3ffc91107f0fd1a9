import { timeOfDay } from '../format/times.ts';
import type { Heard } from './replay/hearing.ts';
import { REPLAYED_MS } from './replay/recording.ts';

/** So long before the moment that is shown are the postings that are listed. */
export const LISTED_MS = 60_000;

type Span = {
  /** Since when the page hears of it without a break. */
  heard: Heard;
  /** The moment that is shown, in milliseconds since 1970. */
  timeMs: number;
};

const sinceText = ({ sinceMs, again }: Heard): string =>
  again
    ? `since this page hears the gateway again, ${timeOfDay(sinceMs)}`
    : `since this page was opened at ${timeOfDay(sinceMs)}`;

/**
 * That no event is known: of the time in which the page heard of them. Of before only those are known that the gateway
 * remembers, which may be none: it may have been started anew.
 */
export const noEventsText = ({ heard, timeMs }: Span): string =>
  timeMs - heard.sinceMs >= REPLAYED_MS
    ? 'Nothing in the last five minutes.'
    : `Nothing ${sinceText(heard)}, nor before, as far back as the gateway remembers.`;

/** That no posting was seen; those of before, or of while the stream was lost, are never sent to the page. */
export const noneSeenText = ({ heard, timeMs }: Span): string =>
  timeMs - heard.sinceMs >= LISTED_MS
    ? 'None was seen in the last minute.'
    : `None was seen ${sinceText(heard)}.`;
