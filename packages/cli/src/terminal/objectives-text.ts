import { ALERTS_UNKNOWN, knownOfLongest, ownTimes, type ObjectivesState } from '@skillstream/contracts';
import { duration, percent } from './numbers.ts';
import { printable } from './printable.ts';
import { table } from './tables.ts';

const UNKNOWN = 'not known';
const times = (value: number): string => `${value.toFixed(1)}×`;
// A window that says nothing of its own is another matter than one of which nothing is known.
const timesOf = (value: number | null | undefined): string =>
  value === undefined ? '–' : value === null ? UNKNOWN : times(value);
const leftOf = (left: number): string => (left < 0 ? `none, spent ${times(1 - left)}` : percent(left));

/**
 * What is promised and what is left of its budget, how far groups are behind in time, and the alerts that fire. What
 * is not known is said to be so: it is not 0, and not that nothing fires.
 */
export const objectivesText = ({ objectives, lags, alerts, since }: ObjectivesState): string => {
  const windows = objectives[0]?.burn.map(({ window }) => window) ?? [];
  const rows = objectives.map(({ title, budgetLeft, burn }) => [
    title,
    budgetLeft === null ? UNKNOWN : leftOf(budgetLeft),
    ...ownTimes(burn).map(timesOf),
  ]);
  const behind = lags.map(({ group, oldestSeconds }) => [
    group,
    oldestSeconds === null ? UNKNOWN : duration(oldestSeconds),
  ]);
  const firing = (alerts ?? []).map(
    ({ severity, summary, subject, since, runbook }) =>
      `${severity}: ${printable(summary)}${subject === null ? '' : ` (${printable(subject)})`}, since ${since}; what to do: ${printable(runbook)}`,
  );
  const known = knownOfLongest(objectives[0]?.burn ?? []);
  const none = `no alert fires${known === null ? '' : ` in the ${duration(known)} that are known`}`;
  const said = alerts === null ? [ALERTS_UNKNOWN] : [none];
  return [
    table(
      ['objective', 'budget left', ...windows.map((window) => `spent in ${window}`)],
      rows,
      [1, 2, 3, 4, 5],
    ),
    `as this replica of the gateway has seen it since ${since}`,
    ...(behind.length > 0 ? [table(['group', 'behind'], behind, [1])] : []),
    ...(firing.length > 0 ? firing : said),
  ].join('\n');
};
