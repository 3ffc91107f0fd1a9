import { loggedError } from '@skillstream/errors';
import type { PostingDocument } from '../store/documents.ts';
import type { Candidate } from './letters.ts';
import { comparedTexts, matches } from './matches.ts';
import { failedOnce, notFailed, type ErasureRun } from './run.ts';

/** A live posting, and its text where that was asked for. */
export type FoundPosting = { document: Omit<PostingDocument, 'posting'>; text: object };

/** What an erasure needs of the store. */
export type ErasingStore = {
  due: (now: Date) => Promise<ErasureRun[]>;
  idsAfter: (source: string, after: string | null, most: number) => Promise<string[]>;
  live: (ids: string[], withText: boolean) => Promise<FoundPosting[]>;
  retract: (found: readonly FoundPosting[], by: { runId: string; now: Date }) => Promise<number>;
  /** Takes the words out of the signatures of those of these postings that are retracted, by whomever. */
  wipeSignatures: (ids: string[]) => Promise<void>;
  /** How many of these postings were erased by a run and were not sent again. */
  countErased: (ids: string[], runId: string) => Promise<number>;
  isPending: (source: string) => Promise<boolean>;
  /** Has the tombstones of a run's letters published again later, after those in the log. */
  repeatLetters: (runId: string, now: Date) => Promise<void>;
  advance: (run: ErasureRun, changes: Partial<ErasureRun>) => Promise<boolean>;
  end: (run: ErasureRun, nextId: string, now: Date) => Promise<void>;
};

/** What the topics of dead letters have of a run, in their order. */
export type FoundLetters = readonly { topic: string; candidates: Candidate[]; erased: Candidate[] }[];
type LettersErased = { letters: number; unmigrated: number };

export type ErasingDeps = {
  store: ErasingStore;
  /** Whether all consumers that write dead letters have passed what was in the log when a run first asked. */
  readersPassed: (runId: string) => Promise<boolean>;
  /** Looks for the letters of some runs, whose order is kept. */
  findLetters: (runs: readonly ErasureRun[]) => Promise<FoundLetters[]>;
  /** @returns what the run has erased in all, before a crash, too */
  eraseLetters: (run: ErasureRun, found: FoundLetters) => Promise<LettersErased>;
  /** Called after versions were stored. */
  onStored: (count: number) => void;
  /** Whether so much waits to be published that more has to wait. */
  isCrowded: () => boolean;
  onFailed: (run: ErasureRun, reason: string) => void;
  newId: () => string;
  now: () => Date;
  /** The pause after a number of failures in a row, in ms. */
  pauseMs: (failures: number) => number;
  /** How many postings are read at once; fewer where their text is looked at. */
  batch?: { ids: number; texts: number };
};

const BATCH = { ids: 200, texts: 50 };
const phaseOf = ({ phase }: ErasureRun) => phase;

/**
 * The steps of erasures, each of which moves a run on by compare-and-set only after its work is stored: a replica may
 * crash between any two, or two replicas do the same step, and nothing is left out or done twice.
 */
export const createErasing = (deps: ErasingDeps) => {
  const { store, readersPassed, findLetters, eraseLetters, onStored, isCrowded } = deps;
  const { onFailed, newId, now, pauseMs } = deps;
  const batch = deps.batch ?? BATCH;

  const erase = async ({ runId, chosen }: ErasureRun, ids: string[]): Promise<void> => {
    const texts = chosen && comparedTexts(chosen);
    let open = ids;
    while (open.length > 0) {
      const found = await store.live(open, texts !== null);
      const doomed = found.filter(({ text }) => matches(text, texts));
      if (doomed.length === 0) break;
      const retracted = await store.retract(doomed, { runId, now: now() });
      if (retracted > 0) onStored(retracted);
      // Those that got another version meanwhile are read and decided again.
      open = retracted < doomed.length ? doomed.map(({ document }) => document._id) : [];
    }
  };

  const nextPostings = async (run: ErasureRun): Promise<boolean> => {
    if (isCrowded()) return false;
    const ids = await store.idsAfter(run.source, run.after, run.chosen ? batch.texts : batch.ids);
    if (ids.length === 0) return store.advance(run, { phase: 'readers' });
    await erase(run, ids);
    await store.wipeSignatures(ids);
    // Counted from what is stored: a crash before this leaves none of them out.
    const erased = await store.countErased(ids, run.runId);
    return store.advance(run, {
      ...{ after: ids.at(-1)!, done: run.done + ids.length, erased: run.erased + erased },
      ...notFailed,
    });
  };

  const waitForReaders = async (run: ErasureRun): Promise<boolean> => {
    if (!(await store.isPending(run.source)) && (await readersPassed(run.runId)))
      return store.advance(run, { phase: 'letters', ...notFailed });
    // "Not yet" is no failure, and ends a row of them.
    if (run.failures > 0) await store.advance(run, notFailed);
    return false;
  };

  const failed = async (run: ErasureRun, error: unknown) => {
    const reason = loggedError(error);
    onFailed(run, reason);
    await store.advance(run, failedOnce(run, { reason, now: now(), pauseMs: pauseMs(run.failures) }));
  };

  const attempt = async (run: ErasureRun, step: (run: ErasureRun) => Promise<boolean>): Promise<boolean> => {
    try {
      return await step(run);
    } catch (error) {
      await failed(run, error);
      return false;
    }
  };

  const lettersThenEnd = (found: FoundLetters) => async (run: ErasureRun) => {
    const erased = await eraseLetters(run, found);
    if (erased.letters > 0) await store.repeatLetters(run.runId, now());
    if (await store.advance(run, erased)) await store.end(run, newId(), now());
    return true;
  };

  /** The topics are read once for all of these. */
  const lettersOf = async (runs: readonly ErasureRun[]): Promise<boolean> => {
    const found = await findLetters(runs).catch(async (error: unknown) => {
      for (const run of runs) await failed(run, error);
      return [];
    });
    let more = false;
    for (const [index, of] of found.entries())
      more = (await attempt(runs[index]!, lettersThenEnd(of))) || more;
    return more;
  };

  return {
    /**
     * Does one step of each run that is due: one that waits holds up no other. @returns whether there may be more at
     * once. @throws the store's errors
     */
    step: async (): Promise<boolean> => {
      let more = false;
      const { postings = [], readers = [], letters = [] } = Object.groupBy(await store.due(now()), phaseOf);
      for (const run of postings) more = (await attempt(run, nextPostings)) || more;
      for (const run of readers) more = (await attempt(run, waitForReaders)) || more;
      return (letters.length > 0 && (await lettersOf(letters))) || more;
    },
  };
};
