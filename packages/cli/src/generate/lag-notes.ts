import { lagLine } from './generator-text.ts';
import { missed, type SendCounts } from './send-counts.ts';

const SAY_EVERY_MS = 10_000;

/**
 * Notes that a rate is not kept, at most every ten seconds and only while that goes on, and once that it is kept
 * again: a run of a day has minutes in which something was away.
 * @param note takes a line
 * @param nowMs a clock in milliseconds
 * @returns looks at the counts. `lateMs`: how late the oldest posting is that is sent now
 */
export const createLagNotes = (note: (line: string) => void, nowMs: () => number) => {
  let noted = { atMs: -Infinity, missed: 0, isBehind: false };
  return (counts: SendCounts, lateMs: number): void => {
    if (nowMs() - noted.atMs < SAY_EVERY_MS) return;
    const line = lagLine(counts, lateMs, noted.missed);
    if (line === null && !noted.isBehind) return;
    note(line ?? 'the rate is kept again');
    noted = { atMs: nowMs(), missed: missed(counts), isBehind: line !== null };
  };
};
