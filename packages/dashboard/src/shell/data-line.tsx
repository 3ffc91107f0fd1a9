import { useQuery } from '@tanstack/react-query';
import { ledgerQuery } from '../api/platform.ts';
import { faultOf } from '../figures/fault-of.ts';
import { useAllPostings, useMonths } from '../filter/use-choices.ts';
import { count } from '../format/numbers.ts';
import { periodName } from '../format/words.ts';
import { useNow } from './use-now.ts';

/** The source of the postings that `npm start` makes up (packages/cli/src/sample). */
const SAMPLE = 'sample';
const times = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });
/** Three rounds of asking without a response. */
const OLD_MS = 15_000;

/** Names the data that a page shows: how many postings, of when, from where, how old; and what is made up of it. */
export const DataLine = () => {
  const { data, error } = useAllPostings();
  const ledgerState = useQuery(ledgerQuery);
  const ledger = ledgerState.data?.data;
  const months = useMonths();
  const nowMs = useNow();
  const sources = ledger?.rows.filter(({ counted }) => counted > 0).map(({ source }) => source) ?? [];
  const madeUp = sources.includes(SAMPLE);
  return (
    <section className="data-line" aria-label="The data">
      <p role="status">
        {data && (
          <>
            <strong>{count(data.data.population)} postings</strong>
            {months.length > 0 && <>, {periodName(months[0], months.at(-1))}</>}
            {sources.length > 0 && <>, from {sources.slice(0, 5).join(', ')}</>}
            {sources.length > 5 && <> and {count(sources.length - 5)} more sources</>}
          </>
        )}
        {!data && <>{error ? faultOf(error).title : 'Asking what there is …'}</>}
        {data && data.data.population === 0 && <>. Nothing is loaded yet: send postings, or load a file.</>}
      </p>
      {madeUp && (
        <p className="made-up">
          {sources.length === 1
            ? 'Sample data: every posting is made up.'
            : 'Some of it is made-up sample data.'}
        </p>
      )}
      {data && ledgerState.error && !ledger && (
        <p className="stale">Where the postings are from, and whether they are made up, is not known.</p>
      )}
      {data && data.freshness.staleSeconds !== null && (
        <p className="stale" role="alert">
          Stale: analytics is away. The numbers are at least {count(data.freshness.staleSeconds)} s old.
        </p>
      )}
      {error && data && (
        <p className="stale" role="alert">
          {error.name === 'UnreachableError'
            ? 'Offline: the platform cannot be reached'
            : 'Stale: the platform does not answer'}
          . The numbers are of {times.format(data.freshness.readAtMs)}.
        </p>
      )}
      {!error && data && data.freshness.staleSeconds === null && nowMs - data.freshness.readAtMs > OLD_MS && (
        <p className="stale">The numbers are of {times.format(data.freshness.readAtMs)}; asking again.</p>
      )}
    </section>
  );
};
