import type { Ledger } from '@skillstream/contracts';
import { count, counted } from './numbers.ts';

/** Ingestion counts no further. */
const MOST_WAITING = 10_000;

/**
 * Says that numbers of jobs are not final, while postings wait to be linked with others of their job: until then each
 * counts as a job of its own. Null where none waits.
 */
export const linkingText = ({ linking }: Pick<Ledger, 'linking'>): string | null => {
  const waiting = linking?.waiting ?? 0;
  if (waiting === 0) return null;
  const postings =
    waiting < MOST_WAITING
      ? counted(waiting, 'posting is', 'postings are')
      : `${count(MOST_WAITING)} postings or more are`;
  return `${postings} still to be compared: the number of jobs is not final`;
};
