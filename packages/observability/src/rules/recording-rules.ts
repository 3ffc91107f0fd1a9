import { objectives, type Objective } from '../objectives/objectives.ts';
import type { Clock } from '../promql/clock.ts';
import { BUDGET_WINDOW, recorded, windows, type Window } from './windows.ts';

export type RecordingRule = { record: string; expr: string };

/**
 * The share of bad events in a window, weighted by how many events there were: in an average of ratios one slow
 * request of a quiet night would count as much as a whole day's. Without events there is no share.
 */
const ratioRule =
  (clock: Clock) =>
  ({ id }: Objective, window: Window): RecordingRule => {
    const over = (name: string) => `sum_over_time(${name}[${clock.span(windows[window])}])`;
    return {
      record: recorded.ratio(id, window),
      expr: `${over(recorded.errors(id))} / (${over(recorded.events(id))} > 0)`,
    };
  };

/** Events and errors a second of each objective, and the share of errors in each window of the alerts. */
export const errorRules = (clock: Clock): RecordingRule[] =>
  objectives.flatMap((objective) => [
    { record: recorded.events(objective.id), expr: objective.events(clock) },
    { record: recorded.errors(objective.id), expr: objective.errors(clock) },
    ...(Object.keys(windows) as Window[])
      .filter((window) => window !== BUDGET_WINDOW)
      .map((window) => ratioRule(clock)(objective, window)),
  ]);

/** The share of errors in the window of the objectives: what the budget has been spent on. */
export const budgetRules = (clock: Clock): RecordingRule[] =>
  objectives.map((objective) => ratioRule(clock)(objective, BUDGET_WINDOW));
