import type { Journey } from '@skillstream/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { journeyQuery } from '../api/journey.ts';
import { needsToken } from '../figures/fault-of.ts';
import { Trouble } from '../figures/query-state.tsx';
import { postingsOf } from '../filter/search.ts';
import { locale } from '../format/locale.ts';
import { AwayParts } from '../journey/away-parts.tsx';
import { journeyRows, journeyText } from '../journey/journey-rows.ts';

const times = new Intl.DateTimeFormat(locale, {
  ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 },
});

const Steps = ({ journey }: { journey: Journey }) => (
  <div className="table" role="region" aria-label="Its journey" tabIndex={0}>
    <table>
      <thead>
        <tr>
          {['Step', '', 'Time', 'Wait', 'Replica', 'Record', 'Remark'].map((name, i) => (
            <th key={i} scope="col">
              {name || <span className="aside-text">State</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {journeyRows(journey).map(({ step, sign, state, at, wait, replica, record, remark }, i) => (
          <tr key={i}>
            <th scope="row">{step}</th>
            <td>
              <span aria-hidden="true">{sign}</span> {state}
            </td>
            <td>{at && times.format(Date.parse(at))}</td>
            {[wait, replica, record, remark].map((cell, column) => (
              <td key={column}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** A posting on its way, until it is counted. */
export const Followed = ({ id }: { id: string }) => {
  const { data, error, refetch } = useQuery(journeyQuery(id));
  const journey = data?.data;
  return (
    <div className="followed">
      <p role="status">
        Accepted as <code>{id}</code> (
        <Link to="/pipeline" search={(search) => ({ ...postingsOf(search), posting: id })}>
          watch it in the pipeline
        </Link>
        ). {journey && <strong>{journeyText(journey)}</strong>}
      </p>
      {needsToken(error) ? (
        <p className="stale">
          Where it is may not be read here: that takes a token with <code>ops:read</code> (sign in above).
        </p>
      ) : (
        error && <Trouble error={error} again={() => void refetch()} />
      )}
      {journey && (
        <>
          <AwayParts away={journey.away} />
          <Steps journey={journey} />
        </>
      )}
    </div>
  );
};
