import type { Quality, Unread } from '@skillstream/files';
import { count, counted } from '../terminal/numbers.ts';
import { printable } from '../terminal/printable.ts';
import { locationText } from './reasons.ts';

const sum = (qualities: readonly Quality[], of: (one: Quality) => number): number =>
  qualities.reduce((total, one) => total + of(one), 0);

/** What the postings of several files lack together. */
const together = (qualities: readonly Quality[]): Omit<Quality, 'ids'> => {
  const unread = new Map<string, Unread>();
  for (const [column, { cells, first }] of qualities.flatMap((one) => [...one.unread])) {
    const known = unread.get(column);
    unread.set(column, { cells: cells + (known?.cells ?? 0), first: known?.first ?? first });
  }
  return {
    postings: sum(qualities, ({ postings }) => postings),
    withoutDate: sum(qualities, ({ withoutDate }) => withoutDate),
    withoutPlace: sum(qualities, ({ withoutPlace }) => withoutPlace),
    repeated: sum(qualities, ({ repeated }) => repeated),
    unread,
  };
};

/** Of how many postings it is known what would be stored of them, and how many of those have no place. */
export type Placed = { of: number; without: number };

const withoutPlaceText = (without: number, others = ''): string =>
  without === 0 ? 'all have a place' : `${count(without)} without a place${others}`;

/** Before ingestion has read titles and texts nobody can say more than what the fields for it do. */
const placeText = (postings: number, withoutField: number, placed: Placed | null): string => {
  if (placed?.of === postings) return withoutPlaceText(placed.without);
  if (placed && placed.of > 0)
    return `of ${count(placed.of)} that can be stored ${withoutPlaceText(placed.without)}`;
  return withoutField === 0
    ? 'all name a place'
    : withoutPlaceText(withoutField, ' in a field of its own (title or text may name one)');
};

const unreadText = ([column, { cells, first }]: [string, Unread]): string => {
  const where = `${cells === 1 ? '' : 'first in '}${locationText(first)}`;
  const value = first.value === undefined ? '' : `: ${printable(first.value)}`;
  return `${count(cells)} in ${printable(column)} (${where}${value})`;
};

/**
 * What the postings of files lack, in a line, and another for cells that were not understood.
 * @param placed null where nothing is known but what the fields of the rows say
 */
export const qualityLines = (qualities: readonly Quality[], placed: Placed | null = null): string[] => {
  const { postings, withoutDate, withoutPlace, repeated, unread } = together(qualities);
  if (postings === 0) return [];
  const lacks = [
    withoutDate === 0 ? 'all have a date' : `${count(withoutDate)} without a date (they count as of today)`,
    placeText(postings, withoutPlace, placed),
  ];
  const cells = [...unread].map(unreadText);
  return [
    `of ${counted(postings, 'posting')} read, ${lacks.join(', ')}`,
    ...(repeated > 0
      ? [
          `${counted(repeated, 'row has', 'rows have')} the id of a row before, of this file or another: they are ` +
            'versions of one posting, which counts once. Without a column for the id or the address, rows that say the same are one posting',
        ]
      : []),
    ...(cells.length > 0 ? [`cells that were not understood and are left out: ${cells.join(', ')}`] : []),
  ];
};
