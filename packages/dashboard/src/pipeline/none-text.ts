import { locale } from '../format/locale.ts';
import { REPLAYED_MS } from './replay/recording.ts';

const times = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });
/** So long before the moment that is shown are the postings that are listed. */
export const LISTED_MS = 60_000;

type Span = {
  /** When the page began to hear of it, in milliseconds since 1970, as is the other. */
  openedMs: number;
  /** The moment that is shown. */
  timeMs: number;
};

/** That no event is known; before the page was opened only those that the gateway remembers are, which may be none. */
export const noEventsText = ({ openedMs, timeMs }: Span): string =>
  timeMs - openedMs >= REPLAYED_MS
    ? 'Nothing in the last five minutes.'
    : `Nothing since this page was opened at ${times.format(openedMs)}, nor before, as far back as the gateway remembers.`;

/** That no posting was seen; those of before the page was opened are never sent to it. */
export const noneSeenText = ({ openedMs, timeMs }: Span): string =>
  timeMs - openedMs >= LISTED_MS
    ? 'None was seen in the last minute.'
    : `None was seen since this page was opened at ${times.format(openedMs)}.`;
