import type { Quality } from '@skillstream/files';
import { count, counted } from '../terminal/numbers.ts';
import { printable } from '../terminal/printable.ts';

const sum = (qualities: readonly Quality[], of: (one: Quality) => number): number =>
  qualities.reduce((total, one) => total + of(one), 0);

/** What the postings of several files lack together. */
const together = (qualities: readonly Quality[]): Omit<Quality, 'ids'> => {
  const columns = new Set(qualities.flatMap(({ unread }) => [...unread.keys()]));
  return {
    postings: sum(qualities, ({ postings }) => postings),
    withoutDate: sum(qualities, ({ withoutDate }) => withoutDate),
    withoutPlace: sum(qualities, ({ withoutPlace }) => withoutPlace),
    repeated: sum(qualities, ({ repeated }) => repeated),
    unread: new Map(
      [...columns].map((column) => [column, sum(qualities, ({ unread }) => unread.get(column) ?? 0)]),
    ),
  };
};

/** What the postings of files lack, in a line, and another for cells that were not understood. */
export const qualityLines = (qualities: readonly Quality[]): string[] => {
  const { postings, withoutDate, withoutPlace, repeated, unread } = together(qualities);
  if (postings === 0) return [];
  const lacks = [
    withoutDate === 0 ? 'all have a date' : `${count(withoutDate)} without a date (they count as of today)`,
    withoutPlace === 0 ? 'all have a place' : `${count(withoutPlace)} without a place`,
  ];
  const cells = [...unread].map(([column, times]) => `${count(times)} in ${printable(column)}`);
  return [
    `of ${counted(postings, 'posting')} read, ${lacks.join(', ')}`,
    ...(repeated > 0
      ? [
          `${counted(repeated, 'row has', 'rows have')} the id of a row before: they are versions of one posting, ` +
            'which counts once. Without a column for the id or the address, rows that say the same are one posting',
        ]
      : []),
    ...(cells.length > 0 ? [`cells that were not understood and are left out: ${cells.join(', ')}`] : []),
  ];
};
