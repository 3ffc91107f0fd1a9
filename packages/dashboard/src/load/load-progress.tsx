import { needsToken } from '../figures/fault-of.ts';
import { keepFocus } from '../figures/keep-focus.ts';
import { Trouble } from '../figures/query-state.tsx';
import { count } from '../format/numbers.ts';
import { LoadFault } from './load-fault.ts';
import type { Loading } from './use-load.ts';

export type LoadProgressProps = { loading: Loading; bytes: number; onStop: () => void; onGoOn: () => void };

const titles = {
  none: '',
  running: 'Loading',
  stopped: 'Stopped',
  failed: 'Stopped by a failure',
  done: 'Loaded',
};

const WhyStopped = ({ error, again }: { error: unknown; again: () => void }) =>
  error instanceof LoadFault ? (
    <p className="trouble" role="alert">
      {error.message}
    </p>
  ) : (
    <Trouble asksAgain={false} error={error} again={again} />
  );

/** How far a load is, what became of its rows, and what can be done about it. */
export const LoadProgress = ({ loading, bytes, onStop, onGoOn }: LoadProgressProps) => {
  const { status, state, error } = loading;
  if (!state) return null;
  const { counts, read, reasons } = state;
  const share = status === 'done' ? 100 : Math.floor((100 * read) / Math.max(1, bytes));
  return (
    <section aria-label="Loading">
      <h2>
        {titles[status]}: {share} %
      </h2>
      <progress aria-label="Loaded of the file" max={100} value={share} />
      <p role="status">
        {count(counts.accepted)} accepted, {count(counts.unchanged)} unchanged, {count(counts.rejected)}{' '}
        rejected.
        {status === 'done' && ' They are counted within seconds.'}
      </p>
      {reasons.length > 0 && (
        <ul className="faults" aria-label="Commonest reasons">
          {reasons.map(({ reason, times, line }) => (
            <li key={reason}>
              {count(times)} × {reason} (line {line})
            </li>
          ))}
        </ul>
      )}
      {needsToken(error) ? (
        <p className="trouble" role="alert">
          Nothing more was sent: that takes a token with postings:write (sign in above).
        </p>
      ) : (
        error !== null && <WhyStopped error={error} again={onGoOn} />
      )}
      {status === 'running' && (
        <button type="button" onClick={onStop} ref={keepFocus}>
          Stop
        </button>
      )}
      {(status === 'stopped' || status === 'failed') && (
        <button type="button" onClick={onGoOn} ref={keepFocus}>
          Go on
        </button>
      )}
    </section>
  );
};
