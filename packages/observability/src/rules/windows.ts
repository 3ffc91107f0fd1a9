import { DAY, HOUR, MINUTE } from '../promql/clock.ts';

/** The windows over which errors are compared with the budget, by their names in recorded series. In seconds. */
export const windows = {
  '5m': 5 * MINUTE,
  '30m': 30 * MINUTE,
  '1h': HOUR,
  '2h': 2 * HOUR,
  '6h': 6 * HOUR,
  '1d': DAY,
  '3d': 3 * DAY,
  '30d': 30 * DAY,
} as const;
export type Window = keyof typeof windows;

/** The window of the objectives themselves. */
export const BUDGET_WINDOW: Window = '30d';
/** Recorded series of errors are evaluated so often; in seconds. */
export const EVERY = 30;
/** Those of the budget, which read 30 days each time. */
export const BUDGET_EVERY = 5 * MINUTE;

/** The name of a recorded series: `level:metric:operation`, as Prometheus recommends. */
export const recorded = {
  events: (id: string) => `skillstream:${id}_events:rate5m`,
  errors: (id: string) => `skillstream:${id}_errors:rate5m`,
  ratio: (id: string, window: Window) => `skillstream:${id}_errors:ratio_${window}`,
};
