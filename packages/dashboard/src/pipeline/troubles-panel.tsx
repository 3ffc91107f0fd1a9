import { useContext } from 'react';
import { Wrong } from './amounts.tsx';
import { AsOf, NotKnownSince } from './as-of.tsx';
import { saidOf } from './said-of.ts';
import type { Trouble } from './troubles-of.ts';

const textOf = (troubles: readonly Trouble[], known: boolean): string => {
  if (!known) return 'What is wrong is not known now.';
  return troubles.length === 0 ? 'Nothing that the platform says is wrong.' : saidOf(troubles);
};

export type TroublesPanelProps = {
  troubles: readonly Trouble[];
  /** Whether they are those of now. */
  live: boolean;
};

/**
 * What is wrong, in words, said to screen readers whenever something else is now: what was wrong at a moment that is
 * shown again is no news. Where nothing is known, that is said, and is not that nothing is wrong.
 */
export const TroublesPanel = ({ troubles, live }: TroublesPanelProps) => {
  const known = useContext(NotKnownSince) === null;
  return (
    <section className="panel" aria-label="What is wrong">
      <h2>What is wrong</h2>
      <AsOf />
      <div role="status" aria-live={live ? 'polite' : 'off'}>
        {/* The list says the same to who sees it, with figures that change each second. */}
        <p className={known && troubles.length > 0 ? 'aside-text' : undefined}>{textOf(troubles, known)}</p>
      </div>
      {troubles.length > 0 && (
        <ul className="plain">
          {troubles.map(({ where, what, brief = what }) => (
            <li key={`${where} ${brief}`}>
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
