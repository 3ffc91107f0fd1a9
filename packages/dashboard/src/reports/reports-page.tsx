import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { reportsQuery } from '../api/reports.ts';
import { QueryState } from '../figures/query-state.tsx';
import { postingsOf } from '../filter/search.ts';
import { useTitle } from '../shell/use-title.ts';
import { askedOf } from './asked-of.ts';

/** The reports that there are. */
export const ReportsPage = () => {
  useTitle('Reports');
  const query = useQuery(reportsQuery);
  return (
    <>
      <h1>Reports</h1>
      <p>What others say of the market, measured on the postings that are loaded here.</p>
      <QueryState query={query} title="Reports">
        {({ data }) =>
          data.reports.length === 0 ? (
            <p className="empty">There is no report.</p>
          ) : (
            <ul>
              {data.reports.map(({ id, title, population }) => (
                <li key={id}>
                  <Link
                    to="/reports/$id"
                    params={{ id }}
                    search={(search) => askedOf(postingsOf(search), population)}
                  >
                    {title}
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </QueryState>
    </>
  );
};
