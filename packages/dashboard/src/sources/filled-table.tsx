import type { BoardState } from '@skillstream/contracts';
import { ColumnHeads } from '../figures/column-heads.tsx';
import { count, share } from '../format/numbers.ts';
import { fieldNames, filledShares } from './board-words.ts';

/** A source a row: of how many of the postings of its last run each field is known. */
export const FilledTable = ({ boards }: { boards: readonly BoardState[] }) => (
  <div className="table" role="region" aria-label="Fields filled" tabIndex={0}>
    <table>
      <ColumnHeads names={['Source', 'Postings', ...Object.values(fieldNames)]} />
      <tbody>
        {boards.map(({ name, lastRun }) => {
          const { of, shares } = filledShares(lastRun ?? { stored: 0, unchanged: 0, filled: {} });
          return (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{count(lastRun && of)}</td>
              {shares.map((value, column) => (
                <td key={column}>{share(value)}</td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  </div>
);
