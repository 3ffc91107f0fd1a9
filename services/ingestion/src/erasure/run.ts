import type { erasurePhases } from '@skillstream/contracts';

type Phase = (typeof erasurePhases)[number];
/** The texts that choose the postings of a run, any of which is enough; null for all postings of the source. */
export type Chosen = string[] | null;

/** An erasure of one source: the one in progress, or the latest one. */
export type ErasureRun = {
  source: string;
  runId: string;
  state: 'running' | 'ended';
  phase: Phase;
  startedAt: Date;
  endedAt: Date | null;
  /** Forgotten when the run ends: it may name a person. */
  chosen: Chosen;
  /** Whether a text chooses, also when the run has ended. */
  matching: boolean;
  /** Postings up to this id are done; null at the beginning. */
  after: string | null;
  total: number;
  done: number;
  erased: number;
  letters: number;
  /** Of the letters, those whose topic is to be migrated before their text goes. */
  unmigrated: number;
  /** In a row; it is tried again for ever, since nobody else remembers what was asked for. */
  failures: number;
  reason: string | null;
  /** Not before this time is it tried again. */
  retryAt: Date | null;
  /** What the next run is to choose, and its id; undefined when none was asked for. */
  again?: Waiting | null;
  /** Those that ended before this one, the latest first: whoever asked for one reads its figures there. */
  earlier?: EndedRun[];
};

/** A run that was asked for while another is in progress. One that an earlier release stored has no id. */
export type Waiting = { chosen: Chosen; runId?: string };

/** A run that has ended, without what it was chosen by. */
export type EndedRun = Omit<ErasureRun, 'again' | 'earlier'>;

/** Ended runs of a source that are kept beside the latest one. */
const MOST_EARLIER = 20;

/** Texts that can wait for the next run. */
export const MOST_TEXTS = 20;

/** The changes of a run that did not fail. */
export const notFailed = { failures: 0, reason: null, retryAt: null } satisfies Partial<ErasureRun>;

/** A run that has not begun. */
export const newRun = (
  source: string,
  { runId, chosen, total, now }: { runId: string; chosen: Chosen; total: number; now: Date },
): ErasureRun => ({
  ...{ source, runId, chosen, total },
  ...{ state: 'running', phase: 'postings', matching: chosen !== null },
  ...{ startedAt: now, endedAt: null, after: null, done: 0, erased: 0, letters: 0, unmigrated: 0 },
  ...{ ...notFailed, again: null },
});

/** A run that has ended at a time. */
export const endedRun = ({ again: _, earlier: __, ...run }: ErasureRun, now: Date): EndedRun => ({
  ...run,
  ...{ state: 'ended', endedAt: run.endedAt ?? now, chosen: null, failures: 0, reason: null },
});

/** The runs to keep beside the one that comes after this one. */
export const earlierThanNext = (run: ErasureRun, now: Date): EndedRun[] =>
  [endedRun(run, now), ...(run.earlier ?? [])].slice(0, MOST_EARLIER);

/** A run of a source by its id: the latest, one before it, or one that waits; null where none has it. */
export const runById = (latest: ErasureRun, runId: string): ErasureRun | null => {
  const { source, total, startedAt: now, again, earlier = [] } = latest;
  if (latest.runId === runId) return latest;
  if (again?.runId === runId) return newRun(source, { runId, chosen: again.chosen, total, now });
  return earlier.find((run) => run.runId === runId) ?? null;
};

/**
 * What the next run chooses once this was asked for, too: everything asked for since the present run began.
 * @returns null for all postings; undefined when too many texts wait already
 */
export const askedToo = (waiting: Waiting | null | undefined, more: Chosen): Chosen | undefined => {
  if (more === null || waiting?.chosen === null) return null;
  const texts = [...new Set([...(waiting?.chosen ?? []), ...more])];
  return texts.length > MOST_TEXTS ? undefined : texts;
};

/** The changes of a run that failed once more. @param pauseMs before it is tried again */
export const failedOnce = (
  { failures }: Pick<ErasureRun, 'failures'>,
  { reason, now, pauseMs }: { reason: string; now: Date; pauseMs: number },
): Partial<ErasureRun> => ({
  ...{ failures: failures + 1, reason },
  retryAt: new Date(now.getTime() + pauseMs),
});
