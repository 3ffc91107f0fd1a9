import type { BoardState } from '@skillstream/contracts';
import { Link } from '@tanstack/react-router';
import type { BoardChange } from '../api/boards.ts';
import { ColumnHeads } from '../figures/column-heads.tsx';
import { millisecondsText } from '../format/durations.ts';
import { count } from '../format/numbers.ts';
import { timeOfDay } from '../format/times.ts';
import { Wrong } from '../pipeline/amounts.tsx';
import { BoardButtons } from './board-buttons.tsx';
import { outcomeText, stateWord, tookMs } from './board-words.ts';

const heads = [
  ...['Source', 'Board', 'State', 'Last run', 'How', 'Took', 'Jobs', 'Stored', 'Unchanged', 'Rejected'],
  ...['Closed', 'Next run'],
];

const RunCells = ({ lastRun }: Pick<BoardState, 'lastRun'>) => {
  if (lastRun === null) return <td colSpan={8}>never</td>;
  const { endedAt, outcome, listed, stored, unchanged, rejected, closed } = lastRun;
  return (
    <>
      <td>
        <time dateTime={endedAt}>{timeOfDay(endedAt)}</time>
      </td>
      <td>{outcomeText[outcome]}</td>
      <td>{millisecondsText(tookMs(lastRun))}</td>
      {[listed, stored, unchanged, rejected, closed].map((value, column) => (
        <td key={column}>{count(value)}</td>
      ))}
    </>
  );
};

export type RunsTableProps = {
  boards: readonly BoardState[];
  /** Null where sources may not be changed. */
  change: ((change: BoardChange, name: string) => void) | null;
  isPending: boolean;
};

/** A source a row: what it does, how it was read last, and when it is read next. */
export const RunsTable = ({ boards, change, isPending }: RunsTableProps) => {
  const nowMs = Date.now();
  return (
    <div className="table" role="region" aria-label="Runs" tabIndex={0}>
      <table>
        <ColumnHeads names={change ? [...heads, 'Change'] : heads} />
        <tbody>
          {boards.map((board) => {
            const { name, board: kind, address, nextRunAt, lastRun } = board;
            const word = stateWord(board, nowMs);
            return (
              <tr key={name}>
                <th scope="row">
                  <Link to="/" search={{ source: name }}>
                    {name}
                  </Link>
                </th>
                <td>
                  {kind}:{' '}
                  <a href={address} rel="noreferrer">
                    {address}
                  </a>
                </td>
                <td>{word === 'fails' ? <Wrong>{word}</Wrong> : word}</td>
                <RunCells lastRun={lastRun} />
                <td>
                  {nextRunAt === null ? (
                    word === 'paused' ? (
                      'not while it is paused'
                    ) : (
                      'as soon as there is room'
                    )
                  ) : (
                    <time dateTime={nextRunAt}>{timeOfDay(nextRunAt)}</time>
                  )}
                </td>
                {change && (
                  <td>
                    <BoardButtons {...{ board, isPending }} onChange={(what) => change(what, name)} />
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
};
