import type { ObjectivesState } from '@skillstream/contracts';
import { ALERTS_UNKNOWN } from '@skillstream/contracts/objectives-text';
import { counted } from '../format/numbers.ts';
import { capital } from '../format/words.ts';
import { saidOf } from './said-of.ts';
import type { Trouble } from './troubles-of.ts';

/** Alerts of a snapshot: null where nobody knows which fire, undefined of a gateway that evaluates none. */
export type Alerts = ObjectivesState['alerts'] | undefined;

/** Where nothing is known, that is said, and is not that nothing is wrong. */
export const NOT_KNOWN = 'What is wrong is not known now.';

/** How many alerts fire, as a sentence without its end; empty where none does, or none is evaluated. */
export const alertsText = (alerts: Alerts): string => {
  if (alerts === null) return ALERTS_UNKNOWN;
  const firing = alerts?.length ?? 0;
  return firing === 0 ? '' : `${counted(firing, 'alert')} ${firing === 1 ? 'fires' : 'fire'} (below)`;
};

/** That no service reports a fault; never without the alerts, which are below and may fire all the same. */
export const quietText = (alerts: Alerts): string => {
  const fault = 'No service reports a fault';
  if (alerts === undefined) return `${fault}.`;
  return alerts?.length === 0 ? `${fault}, and no alert fires.` : `${fault}; ${alertsText(alerts)}.`;
};

/** What is wrong, for a screen reader. @param known whether anything is known now */
export const wrongText = (troubles: readonly Trouble[], alerts: Alerts, known: boolean): string => {
  if (!known) return NOT_KNOWN;
  if (troubles.length === 0) return quietText(alerts);
  const more = alertsText(alerts);
  return `${saidOf(troubles)}${more && ` ${capital(more)}.`}`;
};
