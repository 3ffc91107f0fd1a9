import { bar, count, counted, duration } from './numbers.ts';

/**
 * Progress: `done` of `total` in one unit (bytes, postings), `items` in the unit of the rate. A total of 0 is unknown,
 * and no share is shown then.
 */
export type Progress = { label: string; done: number; total: number; items: number };
export type ProgressView = { show: (progress: Progress) => void; end: () => void };

const BAR_CELLS = 24;
const WINDOW_MS = 10_000;

/**
 * Items a second over the last ten seconds, and the remaining time at the average pace.
 * @param samples oldest first, each with its time in milliseconds
 * @returns `etaSeconds` is null as long as it is unknown
 */
export const pace = (samples: (Pick<Progress, 'done' | 'total' | 'items'> & { atMs: number })[]) => {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.atMs <= first.atMs) return { rate: 0, etaSeconds: null };
  const seconds = (last.atMs - first.atMs) / 1000;
  const donePerSecond = (last.done - first.done) / seconds;
  return {
    rate: Math.max(0, last.items - first.items) / seconds,
    etaSeconds:
      donePerSecond > 0 && last.total > 0 ? Math.max(0, last.total - last.done) / donePerSecond : null,
  };
};

/** One line of progress. */
export const progressLine = (
  { label, done, total, items }: Progress,
  { rate, etaSeconds }: ReturnType<typeof pace>,
): string => {
  const eta = etaSeconds === null ? '' : `  ${duration(etaSeconds)} left`;
  const said = `${counted(items, 'posting')}  ${count(Math.round(rate))}/s${eta}`;
  if (total <= 0) return `${label.padEnd(8)} ${said}`;
  const share = Math.min(1, done / total);
  return (
    `${label.padEnd(8)} ${bar(share, BAR_CELLS).padEnd(BAR_CELLS)} ` +
    `${String(Math.floor(share * 100)).padStart(3)} %  ${said}`
  );
};

/**
 * Shows progress on a terminal as a line that changes, elsewhere as a plain line every two seconds.
 * @param nowMs a clock in milliseconds
 */
export const createProgressView = (
  out: { isTTY?: boolean; columns?: number; write: (text: string) => unknown },
  nowMs: () => number,
): ProgressView => {
  const everyMs = out.isTTY ? 100 : 2000;
  let samples: (Progress & { atMs: number })[] = [];
  let shownMs = -Infinity;
  let label = '';
  let dirty = false;
  const clear = () => {
    if (dirty && out.isTTY) out.write('\r\x1b[2K');
    dirty = false;
  };
  return {
    show: (progress) => {
      const atMs = nowMs();
      if (progress.label !== label) {
        samples = [];
        shownMs = out.isTTY ? -Infinity : atMs;
      }
      label = progress.label;
      if (atMs - (samples.at(-1)?.atMs ?? -Infinity) >= 100) samples.push({ ...progress, atMs });
      while (samples.length > 2 && atMs - samples[0]!.atMs > WINDOW_MS) samples.shift();
      if (atMs - shownMs < everyMs) return;
      shownMs = atMs;
      const line = progressLine(progress, pace([...samples, { ...progress, atMs }]));
      clear();
      out.write(out.isTTY ? line.slice(0, (out.columns ?? 80) - 1) : `${line}\n`);
      dirty = true;
    },
    end: clear,
  };
};
