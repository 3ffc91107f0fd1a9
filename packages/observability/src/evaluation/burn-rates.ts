import type { BurnRate, ObjectiveEvents, ObjectiveState } from '@skillstream/contracts';
import { burns, LEAST_ERRORS, limitOf, type Burn } from '../alerts/burn-alerts.ts';
import type { Severity } from '../alerts/alert.ts';
import type { Objective } from '../objectives/objectives.ts';
import { windows, type Window } from '../rules/windows.ts';

/** What happened in a window, as far as it is known. */
export type WindowEvents = ObjectiveEvents & { knownSeconds: number };

/** The share of errors; null without events, as the recorded series has no value then. */
const shareOf = ({ events, errors }: ObjectiveEvents): number | null => (events > 0 ? errors / events : null);

const spends = (objective: Objective, { long, short, times }: Burn, of: (window: Window) => WindowEvents) => {
  const limit = limitOf(objective, times);
  const isAbove = (window: Window) => (shareOf(of(window)) ?? 0) > limit;
  return isAbove(long) && isAbove(short) && of(long).errors >= LEAST_ERRORS;
};

/**
 * The severities at which the budget of an objective is spent too fast: in a long window and, still, in its short one,
 * with the errors that there have to be at least.
 */
export const burningOf = (objective: Objective, of: (window: Window) => WindowEvents): Severity[] =>
  (['page', 'ticket'] as const).filter((severity) =>
    burns[severity].some((burn) => spends(objective, burn, of)),
  );

const SHOWN = ['5m', '30m', '1h', '6h'] as const satisfies Window[];
/** The longest window that is kept. */
export const LONGEST: Window = '3d';
const rounded = (value: number) => Number(value.toPrecision(4));

/** An objective with how fast its budget was spent, and what is left by what is known. */
export const objectiveStateOf = (
  objective: Objective,
  of: (window: Window) => WindowEvents,
): ObjectiveState => {
  const { id, title, target } = objective;
  const rate = (window: Window): BurnRate => {
    const found = of(window);
    const share = shareOf(found);
    return {
      window,
      ...{ knownSeconds: found.knownSeconds, events: found.events, errors: found.errors },
      times: share === null ? null : rounded(share / (1 - target)),
    };
  };
  const spent = shareOf(of(LONGEST));
  return {
    ...{ id, title, target },
    budgetLeft: spent === null ? null : rounded(1 - spent / (1 - target)),
    burn: SHOWN.map(rate),
  };
};

/** How long a window is, in milliseconds. */
export const windowMs = (window: Window): number => 1000 * windows[window];
