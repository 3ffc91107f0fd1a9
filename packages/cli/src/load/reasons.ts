import { count } from '../terminal/numbers.ts';
import { printable } from '../terminal/printable.ts';
import type { InputLocation } from '@skillstream/files';
import type { Rejection } from './report-file.ts';

/** How many lines were refused for one reason, and the first of them. */
export type Reason = { path: string; message: string; lines: number; first: InputLocation };

// A file of garbage may have as many reasons as lines: those above the limit are counted together.
const MOST_KINDS = 500;
const MOST_SHOWN = 5;
// Where a line is no JSON makes no other reason.
const placeOfFault = /^(is not JSON.{0,30}? )(?:line \d+, )?character \d+/;

/** Sorts lines as they stand in a file; files come one after the other. */
export const inOrder = (a: InputLocation, b: InputLocation): number =>
  a.file !== b.file ? 0 : a.line - b.line || (a.index ?? 0) - (b.index ?? 0);
// The elements of an array may all stand on one line.
/** A place as text: `a.csv, line 7`. */
export const locationText = ({ line, index, file }: InputLocation): string =>
  `${file === undefined ? '' : `${printable(file)}, `}line ${line}${index === undefined ? '' : `, [${index}]`}`;

/** Counts rejected lines by their reason. The index of an element in a list does not make another reason. */
export const createReasons = () => {
  const kinds = new Map<string, Reason>();
  let others = 0;
  return {
    add: ({ faults, ...place }: Rejection): void => {
      const [issue] = faults;
      const path = (issue?.path ?? '').replace(/(?<=^|\.)\d+(?=\.|$)/g, '#');
      const message = issue?.message ?? 'no reason given';
      const key = JSON.stringify([path, message.replace(placeOfFault, '$1#')]);
      const known = kinds.get(key);
      if (known) {
        known.lines += 1;
        if (inOrder(place, known.first) < 0) known.first = place;
      } else if (kinds.size < MOST_KINDS) kinds.set(key, { path, message, lines: 1, first: place });
      else others += 1;
    },
    /** The most frequent first; of equals the one that is first in the file. */
    commonest: (): { reasons: Reason[]; others: number } => {
      const sorted = [...kinds.values()].sort((a, b) => b.lines - a.lines || inOrder(a.first, b.first));
      const rest = sorted.slice(MOST_SHOWN).reduce((sum, { lines }) => sum + lines, others);
      return { reasons: sorted.slice(0, MOST_SHOWN), others: rest };
    },
  };
};

export type Reasons = ReturnType<typeof createReasons>;

/** A field and what is wrong with it: `the description is missing`, `title: is longer than 300 characters`. */
export const issueText = (path: string, message: string): string => {
  if (path === '') return printable(message);
  return message === 'is missing'
    ? `the ${printable(path)} is missing`
    : `${printable(path)}: ${printable(message)}`;
};

/**
 * The most frequent reasons as text: the field, what is wrong with it, and the place of one; never its contents.
 */
export const reasonLines = (reasons: Reasons): string[] => {
  const found = reasons.commonest();
  return [
    ...found.reasons.map(({ path, message, lines, first }) => {
      const where = lines === 1 ? locationText(first) : `like ${locationText(first)}`;
      return `  ${count(lines)} × ${issueText(path, message)} (${where})`;
    }),
    ...(found.others > 0 ? [`  ${count(found.others)} × for other reasons`] : []),
  ];
};
