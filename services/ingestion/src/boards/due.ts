import type { Source } from '@skillstream/boards';
import type { BoardDocument } from '../store/documents.ts';

const MINUTE_MS = 60_000;
/** The share of an interval by which a run may be earlier or later: sources that were added together drift apart. */
const JITTER = 0.1;

type State = Pick<BoardDocument, 'paused' | 'requestedAt' | 'nextDueAt' | 'brokenOff'> & {
  run: unknown;
  lastRun?: { endedAt: Date } | null;
};

type Pair = [number, number];

/** How long a run that was broken off is left alone. */
const RETRY_AFTER_MS = MINUTE_MS;

/** What is known of a run that is broken off now. */
export const brokenOffNow = (reason: string, now: Date) => ({
  ...{ at: now, reason, retryAt: new Date(now.getTime() + RETRY_AFTER_MS) },
});

/** Whether it was broken off a moment ago, and nobody has asked for it since. */
const isLeftAlone = ({ run, brokenOff, requestedAt }: State, now: Date): boolean =>
  run !== null && !!brokenOff && brokenOff.retryAt > now && (requestedAt ?? brokenOff.at) <= brokenOff.at;

/** Whether a source is paused: as was said last of it, else as its file says. */
export const isPaused = ({ paused }: Pick<State, 'paused'>, source: Pick<Source, 'paused'>): boolean =>
  paused ?? source.paused;

/** When the next run is due: as was said when the last one ended, or earlier where the interval is shorter since. */
export const dueAtOf = ({ nextDueAt, lastRun }: State, { everyMinutes }: Pick<Source, 'everyMinutes'>) => {
  if (nextDueAt === null || !lastRun) return nextDueAt;
  const latestMs = lastRun.endedAt.getTime() + everyMinutes * MINUTE_MS * (1 + JITTER);
  return new Date(Math.min(nextDueAt.getTime(), latestMs));
};

/**
 * Whether a run is to begin, or one that was broken off to go on, after a pause. One that somebody asked for is, also
 * of a paused source.
 */
export const isDue = (state: State, source: Pick<Source, 'paused' | 'everyMinutes'>, now: Date): boolean => {
  if (isLeftAlone(state, now)) return false;
  if (state.requestedAt !== null) return true;
  if (isPaused(state, source)) return false;
  const dueAt = dueAtOf(state, source);
  return state.run !== null || dueAt === null || dueAt <= now;
};

type Due = { board: State; source: Pick<Source, 'everyMinutes'> };

/** Which of two that are due is begun first: the one that somebody asked for, else the one that is due for longer. */
export const byUrgency = (a: Due, b: Due): number => {
  const [askedA, askedB] = [a, b].map(
    ({ board }) => board.requestedAt?.getTime() ?? Number.MAX_VALUE,
  ) as Pair;
  const [dueA, dueB] = [a, b].map((one) => dueAtOf(one.board, one.source)?.getTime() ?? 0) as Pair;
  return askedA - askedB || dueA - dueB;
};

/** Whether the open run of a source is to end: its file pauses it since. One that somebody asked for goes on. */
export const isStopped = (
  state: Pick<State, 'paused' | 'requestedAt' | 'run'>,
  source: Pick<Source, 'paused'>,
): boolean => state.run !== null && state.requestedAt === null && isPaused(state, source);

/** When the run after one that ends now is due. @param random a number in [0, 1) */
export const nextDueAt = ({ everyMinutes }: Pick<Source, 'everyMinutes'>, now: Date, random: number): Date =>
  new Date(now.getTime() + everyMinutes * MINUTE_MS * (1 - JITTER + 2 * JITTER * random));
