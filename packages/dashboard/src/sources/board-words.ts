import type { BoardOutcome, BoardRun, BoardState, FilledField } from '@skillstream/contracts';
import type { BoardChange } from '../api/boards.ts';
import { timeOfDay } from '../format/times.ts';

/** The fields of which it is shown how often they are known, each with the head of its column. */
export const fieldNames = {
  title: 'Title',
  organization: 'Company',
  country: 'Country',
  workplace: 'Workplace',
  role: 'Role',
  seniority: 'Level',
  salary: 'Pay',
} as const satisfies Record<FilledField, string>;

/**
 * What a source does, in a word. One that was not read to its end last fails, unless it is just being read again, or
 * is paused.
 */
export const stateWord = (
  { state, lastRun, nextRunAt }: Pick<BoardState, 'state' | 'lastRun' | 'nextRunAt'>,
  nowMs: number,
): 'running' | 'paused' | 'fails' | 'due' | 'waiting' => {
  if (state !== 'waiting') return state;
  if (lastRun?.outcome === 'partial') return 'fails';
  return nextRunAt === null || Date.parse(nextRunAt) <= nowMs ? 'due' : 'waiting';
};

/** How a run ended. */
export const outcomeText: Record<BoardOutcome, string> = {
  complete: 'read to its end',
  partial: 'read in part',
  unchanged: 'nothing had changed',
};

/** Why the open run of a source was broken off last, and why the one before was not read to its end. */
export const troublesOf = ({ lastRun, brokenOff }: Pick<BoardState, 'lastRun' | 'brokenOff'>): string[] => [
  ...(brokenOff
    ? [`The run that is open was broken off (${timeOfDay(brokenOff.at)}): ${brokenOff.reason}`]
    : []),
  ...(lastRun === null || lastRun.reason === null ? [] : [lastRun.reason]),
];

/** How long a run took, in milliseconds; 0 where the clock was set back meanwhile. */
export const tookMs = ({ startedAt, endedAt }: Pick<BoardRun, 'startedAt' | 'endedAt'>): number =>
  Math.max(0, Date.parse(endedAt) - Date.parse(startedAt));

/** Of how many postings a run knows the fields, and the share of each that is known; null of no posting. */
export const filledShares = ({
  stored,
  unchanged,
  filled,
}: Pick<BoardRun, 'stored' | 'unchanged' | 'filled'>) => {
  const of = stored + unchanged;
  const fields = Object.keys(fieldNames) as FilledField[];
  return { of, shares: fields.map((field) => (of === 0 ? null : (filled[field] ?? 0) / of)) };
};

/** What became of a source that was asked for something. */
export const changedText: Record<BoardChange, (name: string) => string> = {
  run: (name) => `${name} is read now.`,
  accept: (name) => `${name} is read now, and what is gone is closed.`,
  pause: (name) => `${name} is paused.`,
  resume: (name) => `${name} is read again from now on.`,
};
