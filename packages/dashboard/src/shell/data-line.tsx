import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { asOfMs } from '../api/fresh-response.ts';
import { sourcesQuery } from '../api/sources.ts';
import { faultOf } from '../figures/fault-of.ts';
import { sourceText } from '../figures/source-text.ts';
import { useShown } from '../figures/use-last-errors.ts';
import { searchOf, takenFromOf, type Search } from '../filter/search.ts';
import { useAllPostings, useMonths } from '../filter/use-choices.ts';
import { postings } from '../format/numbers.ts';
import { inUnit } from '../format/units.ts';
import { periodName } from '../format/words.ts';
import { IssuerUnreachableError } from '../sign-in/issuer-unreachable.ts';
import { leftOutText, madeUpText, namesText, sourcesOf } from './data-named.ts';
import { StillCounting } from './still-counting.tsx';
import { useNow } from './use-now.ts';
import { useRenewalByOrigin } from './use-renewal.ts';
import { timeOfDay } from '../format/times.ts';

/** Three rounds of asking without a response. */
const OLD_MS = 15_000;

const awayText = (error: Error): string => {
  if (error instanceof IssuerUnreachableError) return 'Stale: your session is not renewed.';
  return error.name === 'UnreachableError'
    ? 'Offline: the gateway cannot be reached.'
    : 'Stale: the gateway answers, analytics does not.';
};

/** Names the data that a page shows: how many postings, of when, from where, how old; and what is made up of it. */
export const DataLine = () => {
  const chosen = takenFromOf(useSearch({ strict: false }) as Search);
  const { data, error } = useShown(useAllPostings());
  const listed = useShown(useQuery(sourcesQuery));
  const months = useMonths();
  const nowMs = useNow();
  const result = data?.data;
  useRenewalByOrigin(result?.filter.origin);
  const sources = listed.data?.data.sources;
  const named = result && sources ? sourcesOf(result, sources) : [];
  const madeUp = result && madeUpText(result, sources);
  const leftOut = result && sources && leftOutText(chosen, result, sources);
  return (
    <section className="data-line" aria-label="The data">
      {/* No status: the number changes each second while postings come, and would be read out each time. */}
      {result && (
        <p>
          <strong>{postings(result.population)}</strong>
          {result.jobs !== undefined && <>, {inUnit(result.jobs, 'jobs')}</>}
          {months.length > 0 && <>, {periodName(months[0], months.at(-1))}</>}
          {named.length > 0 && <>, from {namesText(named)}</>}
          {result.population === 0 && Object.keys(chosen).length === 0 && (
            <>. Nothing is loaded yet: send postings, or load a file.</>
          )}
        </p>
      )}
      {!result && <p role="status">{error ? faultOf(error).title : 'Asking what there is …'}</p>}
      {data && (
        <p>
          {sourceText(data.data.answeredFrom, data.freshness)}
          {data.freshness.staleSeconds === null && `, read at ${timeOfDay(data.freshness.readAtMs)}`}
        </p>
      )}
      <StillCounting />
      {madeUp && <p className="made-up">{madeUp}</p>}
      {leftOut && (
        <p className="left-out">
          {leftOut}{' '}
          <Link to="." search={(old) => searchOf({ ...old, origin: 'sample' })}>
            Show the sample
          </Link>
        </p>
      )}
      {result && listed.error && !sources && (
        <p className="stale">Which sources the postings were taken from is not known.</p>
      )}
      {data && data.freshness.staleSeconds !== null && (
        <p className="stale">
          <span role="alert">Stale: analytics is away.</span> The numbers are of{' '}
          {timeOfDay(asOfMs(data.freshness))}, or older.
        </p>
      )}
      {error && data && (
        <p className="stale">
          <span role="alert">{awayText(error)}</span> The numbers are of {timeOfDay(asOfMs(data.freshness))}.
        </p>
      )}
      {!error && data && data.freshness.staleSeconds === null && nowMs - data.freshness.readAtMs > OLD_MS && (
        <p className="stale">The numbers are of {timeOfDay(data.freshness.readAtMs)}; asking again.</p>
      )}
    </section>
  );
};
