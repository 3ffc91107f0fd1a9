import { useContext } from 'react';
import { Wrong } from './amounts.tsx';
import { AsOf, NotKnownSince } from './as-of.tsx';
import { saidOf } from './said-of.ts';
import type { Trouble } from './troubles-of.ts';
import { useLasting } from './use-lasting.ts';

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
 * What is wrong, in words, and said to screen readers once something else has been so for three seconds: a trouble of
 * a moment is not read out, and what was wrong at a moment that is shown again is no news. Where nothing is known,
 * that is said, and is not that nothing is wrong.
 */
export const TroublesPanel = ({ troubles, live }: TroublesPanelProps) => {
  const known = useContext(NotKnownSince) === null;
  const text = textOf(troubles, known);
  const announced = useLasting(text, live);
  return (
    <>
      {/* Beside the panel, which says what is so now, with figures that change each second. */}
      <p className="aside-text announced" role="status" aria-live={live ? 'polite' : 'off'}>
        {announced}
      </p>
      <section className="panel" aria-label="What is wrong">
        <h2>What is wrong</h2>
        <AsOf />
        {(!known || troubles.length === 0) && <p>{text}</p>}
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
    </>
  );
};
