import type { BoardState } from '@skillstream/contracts';
import { troublesOf } from './board-words.ts';

/** Why sources were not read to their end, and the first of what was rejected of each. */
export const FaultsOf = ({ boards }: { boards: readonly BoardState[] }) => {
  const faulty = boards
    .map((board) => ({ name: board.name, troubles: troublesOf(board), faults: board.lastRun?.faults ?? [] }))
    .filter(({ troubles, faults }) => troubles.length + faults.length > 0);
  if (faulty.length === 0) return <p>The last runs had none.</p>;
  return faulty.map(({ name, troubles, faults }) => (
    <section key={name} aria-label={`Faults of ${name}`}>
      <h3>{name}</h3>
      {troubles.map((trouble) => (
        <p key={trouble} className="stale">
          {trouble}. <a href="/runbooks/board-not-read">What to do</a>
        </p>
      ))}
      {faults.length > 0 && (
        <ul className="faults">
          {faults.map((fault, index) => (
            <li key={index}>{fault}</li>
          ))}
        </ul>
      )}
    </section>
  ));
};
