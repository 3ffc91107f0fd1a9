import { monthAfter } from '../sample/month-after.ts';

/**
 * The rows of months, with one for the months without postings between two, which an answer leaves out: else the month
 * after a gap would look like the one after the month before it.
 * @param rowOf the row of a month
 * @param gapOf that of a gap, by its name: `2026-03`, or `2026-03 – 2026-05`
 */
export const monthRows = <M extends { month: string }>(
  months: readonly M[],
  rowOf: (month: M) => string[],
  gapOf: (name: string) => string[],
): string[][] =>
  months.flatMap((one, at) => {
    const before = months[at - 1];
    const first = before && monthAfter(before.month, 1);
    if (first === undefined || first >= one.month) return [rowOf(one)];
    const last = monthAfter(one.month, -1);
    return [gapOf(first === last ? first : `${first} – ${last}`), rowOf(one)];
  });
