import type { BoardsResult } from '@skillstream/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { boardsQuery, changeBoard } from '../api/boards.ts';
import { needsToken } from '../figures/fault-of.ts';
import { QueryState, Trouble } from '../figures/query-state.tsx';
import { useTitle } from '../shell/use-title.ts';
import { useMay } from '../sign-in/use-may.ts';
import { changedText } from './board-words.ts';
import { FaultsOf } from './faults-of.tsx';
import { FilledTable } from './filled-table.tsx';
import { RunsTable } from './runs-table.tsx';

const NoneYet = () => (
  <p className="empty">
    The platform reads no job board. Sources stand in a file that ingestion is given:{' '}
    <code>npm run skillstream -- sources add https://boards.greenhouse.io/ACCOUNT</code> writes it, and{' '}
    <code>docs/sources.md</code> says how ingestion comes to it.
  </p>
);

const FileFaults = ({ fault }: { fault: string }) => (
  <div className="trouble" role="alert">
    <p>The file of sources cannot be read. These are the sources of when it last could.</p>
    <ul className="faults">
      {fault.split('\n').map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </ul>
  </div>
);

const Boards = ({ fault, boards }: BoardsResult) => {
  const queries = useQueryClient();
  const may = useMay('ops:write');
  const changing = useMutation({
    mutationFn: changeBoard,
    onSuccess: () => queries.invalidateQueries({ queryKey: boardsQuery.queryKey }),
  });
  const { variables: asked, error, isPending, isSuccess } = changing;
  return (
    <>
      {fault !== null && <FileFaults fault={fault} />}
      {boards.length === 0 && <NoneYet />}
      {boards.length > 0 && (
        <>
          <RunsTable
            {...{ boards, isPending }}
            change={may ? (change, name) => changing.mutate({ change, name }) : null}
          />
          {!may && (
            <p className="caption">
              To run, pause or resume a source takes a token with <code>ops:write</code>: sign in (above).
            </p>
          )}
          <p role="status">{isSuccess && asked && changedText[asked.change](asked.name)}</p>
          {needsToken(error) ? (
            <p className="trouble" role="alert">
              Nothing was changed: that takes a token with ops:write (sign in above).
            </p>
          ) : (
            error && asked && <Trouble asksAgain={false} error={error} again={() => changing.mutate(asked)} />
          )}
          <h2>Fields filled</h2>
          <p className="caption">
            Of the postings of the last run, stored and unchanged, the share with each.
          </p>
          <FilledTable boards={boards} />
          <h2>First faults</h2>
          <FaultsOf boards={boards} />
        </>
      )}
    </>
  );
};

/** The sources that the platform reads from job boards: their last runs, the fields filled, and the first faults. */
export const SourcesPage = () => {
  useTitle('Sources');
  const query = useQuery(boardsQuery);
  return (
    <>
      <h1>Sources read from job boards</h1>
      <QueryState query={query} title="the sources">
        {({ data }) => <Boards {...data} />}
      </QueryState>
    </>
  );
};
