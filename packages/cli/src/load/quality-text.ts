import type { Quality } from '@skillstream/files';
import { count, counted } from '../terminal/numbers.ts';
import { printable } from '../terminal/printable.ts';

/** What the postings of a file lack, in a line, and another for cells that were not understood. */
export const qualityLines = ({ postings, withoutDate, withoutPlace, unread }: Quality): string[] => {
  if (postings === 0) return [];
  const lacks = [
    withoutDate === 0 ? 'all have a date' : `${count(withoutDate)} without a date (they count as of today)`,
    withoutPlace === 0 ? 'all have a place' : `${count(withoutPlace)} without a place`,
  ];
  const cells = [...unread].map(([column, times]) => `${count(times)} in ${printable(column)}`);
  return [
    `of ${counted(postings, 'posting')} read, ${lacks.join(', ')}`,
    ...(cells.length > 0 ? [`cells that were not understood and are left out: ${cells.join(', ')}`] : []),
  ];
};
