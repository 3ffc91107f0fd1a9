import type { PipelineState } from '@skillstream/contracts';
import { count, postings } from '../format/numbers.ts';

type Ledger = NonNullable<PipelineState['ledger']>;

/** Below it, what is on its way is a stream that never ends, and changes no number that is shown. */
const NOTABLE_SHARE = 0.01;

/**
 * How much of what was accepted is not counted yet, so that numbers are still to grow; null where hardly anything is,
 * and where the ledger's row of a service is an old one. Pure.
 */
export const countingText = ({ idle, total, away }: Ledger): string | null => {
  const onTheirWay = total.pending + Math.max(0, total.inFlight);
  if (idle || away !== undefined || onTheirWay === 0) return null;
  if (onTheirWay < NOTABLE_SHARE * total.accepted) return null;
  return `${count(onTheirWay)} of ${postings(total.accepted)} accepted so far are on their way into these numbers.`;
};

/** Ingestion counts no further. */
const MOST_LINKING = 10_000;

/**
 * That numbers of jobs are not final, while postings wait to be linked with others of their job; null where none does.
 * Pure.
 */
export const linkingText = ({ linking }: Pick<Ledger, 'linking'>): string | null => {
  const waiting = linking?.waiting ?? 0;
  if (waiting === 0) return null;
  const more = waiting < MOST_LINKING ? '' : ' or more';
  return `${postings(waiting)}${more} ${waiting === 1 ? 'is' : 'are'} still to be compared: the number of jobs is not final.`;
};
