import { useContext } from 'react';
import { Wrong } from './amounts.tsx';
import { AsOf, NotKnownSince } from './as-of.tsx';
import type { Trouble } from './troubles-of.ts';

/** What is wrong, in words. Where nothing is known, that is said, and is not that nothing is wrong. */
export const TroublesPanel = ({ troubles }: { troubles: readonly Trouble[] }) => {
  const known = useContext(NotKnownSince) === null;
  return (
    <section className="panel" aria-label="What is wrong">
      <h2>What is wrong</h2>
      <AsOf />
      {troubles.length === 0 && (
        <p>{known ? 'Nothing that the platform says is wrong.' : 'What is wrong is not known now.'}</p>
      )}
      {troubles.length > 0 && (
        <ul className="plain">
          {troubles.map(({ where, what }) => (
            <li key={`${where} ${what.slice(0, 20)}`}>
              <Wrong>
                <strong>{where}</strong> {what}
              </Wrong>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
