import { useContext } from 'react';
import { capital } from '../format/words.ts';
import { Wrong } from './amounts.tsx';
import { AsOf, NotKnownSince } from './as-of.tsx';
import { ALERTS_HEADING } from './objectives/alerts-heading.ts';
import type { Trouble } from './troubles-of.ts';
import { useLasting } from './use-lasting.ts';
import { alertsText, NOT_KNOWN, quietText, wrongText, type Alerts } from './wrong-text.ts';

/** Leads to the alerts by the focus alone: the address is the state of the page, and has no other part. */
const AlertsLink = () => (
  <a
    href={`#${ALERTS_HEADING}`}
    onClick={(event) => {
      event.preventDefault();
      document.getElementById(ALERTS_HEADING)?.focus();
    }}
  >
    To the alerts
  </a>
);

export type TroublesPanelProps = {
  troubles: readonly Trouble[];
  alerts: Alerts;
  /** Whether they are those of now. */
  live: boolean;
};

/**
 * What is wrong, in words, and said to screen readers once something else has been so for three seconds: a trouble of
 * a moment is not read out, and what was wrong at a moment that is shown again is no news. Where nothing is known,
 * that is said, and is not that nothing is wrong.
 */
export const TroublesPanel = ({ troubles, alerts, live }: TroublesPanelProps) => {
  const known = useContext(NotKnownSince) === null;
  const announced = useLasting(wrongText(troubles, alerts, known), live);
  const firing = alertsText(alerts);
  return (
    <>
      {/* Beside the panel, which says what is so now, with figures that change each second. */}
      <p className="aside-text announced" role="status" aria-live={live ? 'polite' : 'off'}>
        {announced}
      </p>
      <section className="panel" aria-label="What is wrong">
        <h2>What is wrong</h2>
        <AsOf />
        {!known && <p>{NOT_KNOWN}</p>}
        {known && troubles.length === 0 && <p>{quietText(alerts)}</p>}
        {troubles.length > 0 && (
          <ul className="plain">
            {troubles.map(({ where, what, brief = what, runbook }) => (
              <li key={`${where} ${brief}`}>
                <Wrong>
                  <strong>{where}</strong> {what}
                </Wrong>
                {runbook && (
                  <>
                    . <a href={`/runbooks/${runbook}`}>What to do</a>
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
        {known && troubles.length > 0 && firing !== '' && <p>{capital(firing)}.</p>}
        {firing !== '' && (
          <p>
            <AlertsLink />
          </p>
        )}
      </section>
    </>
  );
};
