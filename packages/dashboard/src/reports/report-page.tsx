import { withoutUnseen } from '@skillstream/contracts/unseen';
import { useQuery } from '@tanstack/react-query';
import { reportQuery, reportsQuery } from '../api/reports.ts';
import { QueryState } from '../figures/query-state.tsx';
import { sourceText } from '../figures/source-text.ts';
import { FilterBar } from '../filter/filter-bar.tsx';
import { postingsOf, type Search } from '../filter/search.ts';
import { inUnit, otherTotal, unitOf } from '../format/units.ts';
import { filterName, periodName } from '../format/words.ts';
import { useTitle } from '../shell/use-title.ts';
import { askedOf, fixedBy } from './asked-of.ts';
import { Claim } from './claim.tsx';

/** A report, claim by claim: what is said against what is counted. */
export const ReportPage = ({ id, search }: { id: string; search: Search }) => {
  const listed = useQuery(reportsQuery);
  const population = listed.data?.data.reports.find((one) => one.id === id)?.population;
  const filter = askedOf(postingsOf(search), population);
  // What the report is about is known first: else a link with another role would be refused, and then mended.
  const query = useQuery({ ...reportQuery(id, filter), enabled: !listed.isPending });
  const title = query.data?.data.title ?? `Report ${withoutUnseen(id)}`;
  useTitle(title);
  return (
    <>
      <h1>{title}</h1>
      <FilterBar fixed={fixedBy(population)} />
      <QueryState query={query} title={title}>
        {({ data, freshness }) => (
          <>
            <p className="caption">
              {data.source.replace(/\.$/, '')}. Measured on {inUnit(data.population, unitOf(data))} (
              {filterName(data.filter)}
              {otherTotal(data)}); {sourceText(data.answeredFrom, freshness)}. Shaded: what is claimed; line:
              the 95% interval of what is counted.
            </p>
            <p>
              {data.filter.from === undefined && data.filter.to === undefined
                ? 'Measured on the postings of all months that are loaded, whatever period the title names: choose one above.'
                : `Measured on the postings of ${periodName(data.filter.from, data.filter.to)} alone.`}
            </p>
            <div className="claims">
              {data.claims.map((claim) => (
                <Claim key={claim.id} claim={claim} unit={unitOf(data)} />
              ))}
            </div>
          </>
        )}
      </QueryState>
    </>
  );
};
