import type { Trouble } from './troubles-of.ts';
import { Wrong } from './amounts.tsx';

/** What is wrong, in words; said once to screen readers when it changes. */
export const TroublesPanel = ({ troubles }: { troubles: readonly Trouble[] }) => (
  <section className="panel" aria-label="What is wrong">
    <h2>What is wrong</h2>
    {troubles.length === 0 ? (
      <p>Nothing that the platform says is wrong.</p>
    ) : (
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
