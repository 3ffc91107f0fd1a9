import { MINUTE } from '../promql/clock.ts';
import { gauge } from '../promql/series.ts';
import type { Alert } from './alert.ts';

/** A board may be away for a run or two. */
const MOST_INTERVALS = 3;

// Every replica reports each source; where none is read from a board there is none.
const ofEach = (name: 'board_unread_seconds' | 'board_interval_seconds') =>
  `max by (source) (${gauge(name)})`;
const intervals = `${ofEach('board_unread_seconds')} / ${ofEach('board_interval_seconds')}`;

/** What is not read is not seen to be new, nor to be gone. */
export const boardAlerts: Alert[] = [
  {
    name: 'BoardNotRead',
    severity: 'ticket',
    forSeconds: 5 * MINUTE,
    summary: 'A job board is not read to its end any more',
    description: '{{ $labels.source }} was last read {{ $value | humanize }} times its interval ago',
    condition: { value: intervals, is: '>', than: MOST_INTERVALS },
  },
];
