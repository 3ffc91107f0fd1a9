import { useQuery } from '@tanstack/react-query';
import { reportQuery } from '../api/reports.ts';
import { QueryState } from '../figures/query-state.tsx';
import { sourceText } from '../figures/source-text.ts';
import { FilterBar } from '../filter/filter-bar.tsx';
import { postingsOf, type Search } from '../filter/search.ts';
import { count } from '../format/numbers.ts';
import { filterName } from '../format/words.ts';
import { useTitle } from '../shell/use-title.ts';
import { Claim } from './claim.tsx';

/** A report, claim by claim: what is said against what is counted. */
export const ReportPage = ({ id, search }: { id: string; search: Search }) => {
  const filter = postingsOf(search);
  const query = useQuery(reportQuery(id, filter));
  const title = query.data?.data.title ?? `Report ${id}`;
  useTitle(title);
  return (
    <>
      <h1>{title}</h1>
      <FilterBar />
      <QueryState query={query} title={title}>
        {({ data, freshness }) => (
          <>
            <p className="caption">
              {data.source.replace(/\.$/, '')}. Measured on {count(data.population)} postings (
              {filterName(data.filter)}
              ); {sourceText(data.answeredFrom, freshness)}. Shaded: what is claimed; line: the 95% interval
              of what is counted.
            </p>
            {data.claims.map((claim) => (
              <Claim key={claim.id} claim={claim} />
            ))}
          </>
        )}
      </QueryState>
    </>
  );
};
