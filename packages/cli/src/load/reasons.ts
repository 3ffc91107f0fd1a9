import { count } from '../terminal/numbers.ts';
import { printable } from '../terminal/printable.ts';
import type { Rejection } from './report-file.ts';

/** How many lines were refused for one reason, and the first of them. */
export type Reason = { path: string; message: string; lines: number; firstLine: number };

// A file of garbage may have as many reasons as lines: those above the limit are counted together.
const MOST_KINDS = 500;
const MOST_SHOWN = 5;

/** Counts rejected lines by their reason. The index of an element in a list does not make another reason. */
export const createReasons = () => {
  const kinds = new Map<string, Reason>();
  let others = 0;
  return {
    add: ({ line, faults }: Rejection): void => {
      const [first] = faults;
      const path = (first?.path ?? '').replace(/\d+/g, '#');
      const message = first?.message ?? 'no reason given';
      const key = JSON.stringify([path, message]);
      const known = kinds.get(key);
      if (known) {
        known.lines += 1;
        known.firstLine = Math.min(known.firstLine, line);
      } else if (kinds.size < MOST_KINDS) kinds.set(key, { path, message, lines: 1, firstLine: line });
      else others += 1;
    },
    /** The most frequent first; of equals the one that is first in the file. */
    commonest: (): { reasons: Reason[]; others: number } => {
      const sorted = [...kinds.values()].sort((a, b) => b.lines - a.lines || a.firstLine - b.firstLine);
      const rest = sorted.slice(MOST_SHOWN).reduce((sum, { lines }) => sum + lines, others);
      return { reasons: sorted.slice(0, MOST_SHOWN), others: rest };
    },
  };
};

export type Reasons = ReturnType<typeof createReasons>;

/**
 * The most frequent reasons as text: the field, what is wrong with it, and the number of one line; never its contents.
 */
export const reasonLines = (reasons: Reasons): string[] => {
  const found = reasons.commonest();
  return [
    ...found.reasons.map(({ path, message, lines, firstLine }) => {
      const where = lines === 1 ? `line ${firstLine}` : `like line ${firstLine}`;
      return `  ${count(lines)} × ${path === '' ? '' : `${printable(path)}: `}${printable(message)} (${where})`;
    }),
    ...(found.others > 0 ? [`  ${count(found.others)} × for other reasons`] : []),
  ];
};
