import type { Moment } from '../replay/recording.ts';
import type { Shown } from '../replay/shown-time.ts';
import { secondsText } from '../../format/durations.ts';
import type { Connection } from './follow.ts';
import { isStale } from './unknown-since.ts';
import { timeOfDay } from '../../format/times.ts';

export type ConnectionLineProps = {
  connection: Connection;
  /** The newest snapshot that there is. */
  newest: Moment | null;
  nowMs: number;
  /** Whether the figures are those of now. */
  mode: Shown['mode'];
};

const notLive = { paused: 'Paused', replaying: 'Replaying' } as const;

/** How old the numbers are, and why where they are not new. */
export const ConnectionLine = ({ connection, newest, nowMs, mode }: ConnectionLineProps) => {
  const old = newest !== null && isStale(newest, nowMs);
  const of = newest ? ` The numbers are of ${timeOfDay(newest.atMs)}.` : '';
  if (connection.state === 'refused' || (connection.state === 'lost' && !newest)) {
    const { title, detail } = connection.fault;
    return (
      <p className="trouble" role="alert">
        <strong>{title}</strong> {connection.state === 'refused' ? detail : 'The page tries again by itself.'}
      </p>
    );
  }
  if (connection.state === 'lost')
    return (
      <p className="stale" role="alert">
        Offline: the stream has ended; the page opens it again by itself.{of}
      </p>
    );
  if (!newest)
    return (
      <p className="loading" role="status">
        Opening the stream …
      </p>
    );
  if (old)
    return (
      <p className="stale">
        <span role="alert">Stale: nothing has come</span> for{' '}
        {secondsText(Math.round((nowMs - newest.atMs) / 1000))}.{of}
      </p>
    );
  if (mode !== 'live')
    return (
      <p className="caption">
        {notLive[mode]}: what is shown was earlier. The newest numbers are of {timeOfDay(newest.atMs)}.
      </p>
    );
  return (
    <p className="caption">
      <span className="live-mark">Live</span>
      {newest.state.via === 'redis' ? ' once a second' : ' once a second, without Redis'}, as of{' '}
      {timeOfDay(newest.atMs)}.
    </p>
  );
};
