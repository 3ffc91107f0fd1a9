import type { BoardState } from '@skillstream/contracts';

/** Why sources were not read to their end, and the first of what was rejected of each. */
export const FaultsOf = ({ boards }: { boards: readonly BoardState[] }) => {
  const faulty = boards.filter(
    ({ lastRun }) => lastRun && (lastRun.reason ?? lastRun.faults[0]) !== undefined,
  );
  if (faulty.length === 0) return <p>The last runs had none.</p>;
  return faulty.map(({ name, lastRun }) => (
    <section key={name} aria-label={`Faults of ${name}`}>
      <h3>{name}</h3>
      {lastRun!.reason !== null && (
        <p className="stale">
          {lastRun!.reason}. <a href="/runbooks/board-not-read">What to do</a>
        </p>
      )}
      {lastRun!.faults.length > 0 && (
        <ul className="faults">
          {lastRun!.faults.map((fault, index) => (
            <li key={index}>{fault}</li>
          ))}
        </ul>
      )}
    </section>
  ));
};
