import { useQuery } from '@tanstack/react-query';
import { postingQuery } from '../api/posting.ts';
import { needsToken } from '../figures/fault-of.ts';
import { Trouble } from '../figures/query-state.tsx';
import { JobLine } from '../journey/job-line.tsx';
import { readAs } from './read-as-rows.ts';

/** What a posting that was sent in was read as, as it is stored. */
export const ReadAs = ({ id }: { id: string }) => {
  const { data, error, refetch } = useQuery(postingQuery(id));
  if (needsToken(error))
    return (
      <p className="stale">
        What it was read as may not be read here: that takes a token with <code>analytics:read</code> (sign in
        above).
      </p>
    );
  if (error && !data) return <Trouble error={error} again={() => void refetch()} />;
  const rows = data ? readAs(data.data) : [];
  if (rows.length === 0) return null;
  return (
    <>
      <h3>Read as</h3>
      <dl className="read-as">
        {rows.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <JobLine id={id} />
    </>
  );
};
