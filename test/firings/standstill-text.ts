import { count } from '../../packages/cli/src/terminal/numbers.ts';
import type { StandstillSample } from './standstill-sample.ts';

const WIDTHS = [7, 9, 12, 11, 10, 10, 9];
const line = (cells: readonly string[]) =>
  cells
    .map((cell, at) => (at < WIDTHS.length ? cell.padStart(WIDTHS[at]!) : `  ${cell}`))
    .join('')
    .trimEnd();
const shown = (value: number | null, text: (known: number) => string) => (value === null ? '–' : text(value));
const times = (value: number | null) => shown(value, (known) => `${known.toFixed(1)}×`);

/** The heads of the columns of `sampleLine`. */
export const sampleHeads = line([
  ...['clock', 'behind', 'records', 'counted/s', 'burn 5m', 'burn 1h', 'left'],
  'fires',
]);

/** A sample as one line; `fromMs`: the moment that its clock counts from. */
export const sampleLine = (sample: StandstillSample, fromMs: number): string =>
  line([
    `${((sample.atMs - fromMs) / 1000).toFixed(0)} s`,
    shown(sample.lagSeconds, (seconds) => `${seconds.toFixed(0)} s`),
    shown(sample.lagRecords, (records) => count(Math.round(records))),
    shown(sample.countedPerSecond, (rate) => count(Math.round(rate))),
    ...[times(sample.burn5m), times(sample.burn1h)],
    shown(sample.budgetLeft, (left) => `${(left * 100).toFixed(0)} %`),
    sample.firing.map((id) => id.replace('Skillstream', '')).join(', ') || 'nothing',
  ]);

/**
 * How many seconds of lag there are for each second of the clock while nothing is processed, from the first sample
 * that shows it to the last; null where fewer than two do.
 */
export const lagPerSecond = (samples: readonly StandstillSample[]): number | null => {
  const known = samples.filter(({ lagSeconds }) => lagSeconds !== null && lagSeconds > 0);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || first === last) return null;
  return (last.lagSeconds! - first.lagSeconds!) / ((last.atMs - first.atMs) / 1000);
};
