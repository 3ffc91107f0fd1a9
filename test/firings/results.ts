import { duration } from '../../packages/cli/src/terminal/numbers.ts';
import { scaleOf, type Clocks } from './clocks.ts';
import type { Fault } from './fault.ts';

/** How long an alert took, in milliseconds of the wall clock; null: it never did. */
type FiringRow = {
  alert: string;
  /** It fires once the fault is over: its time counts from then. */
  isAfterwards: boolean;
  /** From making the fault, or from its end. */
  toFireMs: number | null;
  /** From undoing the fault. */
  toClearMs: number | null;
};

export type FaultResult = {
  fault: Fault;
  rows: FiringRow[];
  /** What fired beside that. */
  also: string[];
  /** What still fired in the end. */
  left: string[];
};

/** What is wrong with a fault's result, a line each: an alert that did not fire, or that did not clear. */
export const findingsOf = ({ fault, rows, left }: FaultResult): string[] => [
  ...rows
    .filter(({ toFireMs }) => toFireMs === null)
    .map(({ alert }) => `${fault.name}: ${alert} did not fire`),
  ...left.map((alert) => `${fault.name}: ${alert} did not clear`),
];

const seconds = (ms: number) => `${(ms / 1000).toFixed(0)} s`;

/** A time as the wall clock had it, and as production would: `12 s (2 min 00 s)`. */
export const bothClocks = (ms: number | null, alert: string, clocks: Clocks): string =>
  ms === null
    ? 'never'
    : `${seconds(ms)} (${duration((ms * scaleOf(alert.replace(/ .*/, ''), clocks)) / 1000)})`;

/** A fault's rows of the table in docs/observability.md: alert, fault, to fire, to clear. */
export const tableRows = ({ fault, rows }: FaultResult, clocks: Clocks): string[] =>
  rows.map(({ alert, isAfterwards, toFireMs, toClearMs }) => {
    const fire = bothClocks(toFireMs, alert, clocks);
    const name = alert.replace(/^Skillstream(\w+)/, '`$1`');
    return `| ${name} | ${fault.what} | ${fire}${isAfterwards && toFireMs !== null ? ' after its end' : ''} | ${bothClocks(toClearMs, alert, clocks)} |`;
  });

/** Alerts that no fault is for, and alerts of faults that there are not. */
export const uncovered = (ids: readonly string[], faults: readonly Fault[]) => {
  const covered = new Set(faults.flatMap(({ fires, afterwards = [] }) => [...fires, ...afterwards]));
  return {
    lacking: ids.filter((id) => !covered.has(id)),
    unknown: [...covered].filter((id) => !ids.includes(id)),
  };
};
