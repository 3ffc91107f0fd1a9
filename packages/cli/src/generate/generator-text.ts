import { count, counted, duration } from '../terminal/numbers.ts';
import { printable } from '../terminal/printable.ts';
import { answered, due, missed, type SendCounts } from './send-counts.ts';

// Below this share of what was due a rate was not kept; a last posting that is due at the end makes no difference.
const KEPT = 0.99;
const MOST_REASON_CHARS = 300;

const inMs = (ms: number | null): string => (ms === null ? '–' : `${count(Math.round(ms))} ms`);
const rate = (postings: number, ms: number): string =>
  `${((postings * 1000) / Math.max(1, ms)).toFixed(1)}/s`;

/** Whether what was due was sent and has a result. */
export const isKept = (counts: SendCounts): boolean => answered(counts) >= KEPT * due(counts);

/**
 * Says that the rate is not kept; null while it is.
 * @param lateMs how late the oldest posting is that is sent now
 * @param known how many postings were missed when that was said before
 */
export const lagLine = (counts: SendCounts, lateMs: number, known: number): string | null => {
  const { notSent, unanswered, reason } = counts;
  if (missed(counts) === known && lateMs < 1000) return null;
  const parts = [
    ...(lateMs < 1000 ? [] : [`this machine is ${duration(lateMs / 1000)} behind the schedule`]),
    ...(notSent === 0 ? [] : [`${counted(notSent, 'posting')} not sent`]),
    ...(unanswered === 0 ? [] : [`${counted(unanswered, 'posting')} without a result`]),
  ];
  return `cannot keep the rate: ${parts.join(', ')}${reason === null ? '' : ` (${printable(reason, MOST_REASON_CHARS)})`}`;
};

/**
 * What a run did, as text.
 * @param perSecond the rate that was asked for
 * @param tookMs the time of the run
 */
export const generatorSummary = (counts: SendCounts, perSecond: number, tookMs: number): string => {
  const { accepted, unchanged, rejected, unanswered, notSent, latencies, reason } = counts;
  const parts = { accepted, unchanged, rejected, 'without a result': unanswered, 'not sent': notSent };
  const [half, most, nearlyAll] = [0.5, 0.9, 0.99].map((share) => inMs(latencies.quantileMs(share)));
  return [
    `${counted(due(counts), 'posting')} due in ${duration(tookMs / 1000)}: ${count(perSecond)}/s asked for, ${rate(answered(counts), tookMs)} answered`,
    Object.entries(parts)
      .map(([name, n]) => `${name} ${count(n)}`)
      .join(' · '),
    `from when one is due to its result: half within ${half}, 90 % within ${most}, 99 % within ${nearlyAll}, the longest ${inMs(latencies.count() === 0 ? null : latencies.longestMs())}`,
    ...(isKept(counts) ? [] : ['the rate was not kept']),
    ...(reason === null ? [] : [`why: ${printable(reason, MOST_REASON_CHARS)}`]),
  ].join('\n');
};
