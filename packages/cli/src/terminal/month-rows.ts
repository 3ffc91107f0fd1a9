import { monthAfter } from '../sample/month-after.ts';

const isMonth = /^\d{4}-(?:0[1-9]|1[0-2])$/;

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
    // A gateway that is none of ours may say anything.
    if (!before || !isMonth.test(before.month) || !isMonth.test(one.month)) return [rowOf(one)];
    const first = monthAfter(before.month, 1);
    if (first >= one.month) return [rowOf(one)];
    const last = monthAfter(one.month, -1);
    return [gapOf(first === last ? first : `${first} – ${last}`), rowOf(one)];
  });
