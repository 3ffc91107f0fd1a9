import { ProblemError } from '@skillstream/client';
import type { TableResult, ValidationIssue } from '@skillstream/contracts';
import { endOfStreamIn } from '@skillstream/contracts/stream-end';
import type { Chunk } from './chunks-of.ts';
import { LoadFault } from './load-fault.ts';

type Counts = { accepted: number; unchanged: number; rejected: number };
/** How far a load is. `read`: bytes of the file whose rows have their results. */
export type LoadState = {
  counts: Counts;
  read: number;
  /** The commonest reasons for which rows were refused, with the first line of each. */
  reasons: { reason: string; times: number; line: number }[];
};

export type LoadDeps = {
  chunks: AsyncIterator<Chunk>;
  /** Sends a chunk, and gives the results as they are. */
  send: (text: string, signal: AbortSignal) => Promise<TableResult[]>;
  sleep: (ms: number, signal: AbortSignal) => Promise<unknown>;
  onChange: (state: LoadState) => void;
};

const MOST_REASONS = 200;
const SHOWN_REASONS = 3;
const MOST_ATTEMPTS = 20;
/** Where a refusal does not say how long. */
const USUAL_WAIT_SECONDS = 5;
const MOST_WAIT_SECONDS = 120;

/** A chunk that is to be sent again, and when; `error` is what to say of it at last. */
type Again = { seconds: number; error: unknown };
const againAfter = (error: unknown): Again | null =>
  error instanceof ProblemError && (error.status === 429 || error.status === 503)
    ? { seconds: error.retryAfterSeconds ?? USUAL_WAIT_SECONDS, error }
    : null;

// That line is one of the chunk; the row's own is said beside the reason.
const lineOfChunk = / on line \d+(?= that is not closed)/;
const reasonOf = ([issue]: readonly ValidationIssue[]): string =>
  [issue?.path, issue?.message.replace(lineOfChunk, '')].filter(Boolean).join(': ');

/**
 * Loads a file chunk by chunk. A run that was stopped, or failed, goes on with the chunk that it was at: what of it
 * was accepted already is unchanged then, and counts as it was answered first.
 */
export const createLoad = ({ chunks, send, sleep, onChange }: LoadDeps) => {
  const counts: Counts = { accepted: 0, unchanged: 0, rejected: 0 };
  const reasons = new Map<string, { times: number; line: number }>();
  let current: Chunk | null = null;
  let answered = new Set<number>();
  let read = 0;

  let unreadable: { error: unknown } | null = null;

  /** The next chunk; where none could be read, why, each time: a source that failed says it is over. */
  const nextChunk = async (): Promise<Chunk | null> => {
    if (unreadable) throw unreadable.error;
    const next = await chunks.next().catch((error: unknown) => {
      unreadable = { error };
      throw error;
    });
    return next.done ? null : next.value;
  };
  const state = (): LoadState => ({
    ...{ counts: { ...counts }, read },
    reasons: [...reasons]
      .map(([reason, found]) => ({ reason, ...found }))
      .sort((a, b) => b.times - a.times)
      .slice(0, SHOWN_REASONS),
  });
  const add = (result: TableResult, lineOf: (line: number) => number): void => {
    if (result.status === 'mapped' || result.status === 'unavailable' || answered.has(result.line)) return;
    answered.add(result.line);
    counts[result.status] += 1;
    if (result.status !== 'rejected') return;
    const reason = reasonOf(result.faults);
    const known = reasons.get(reason);
    if (known) known.times += 1;
    else if (reasons.size < MOST_REASONS) reasons.set(reason, { times: 1, line: lineOf(result.line) });
  };
  /** Sends a chunk once, and adds its results. @returns null where it is delivered */
  const attempt = async (chunk: Chunk, signal: AbortSignal): Promise<Again | null> => {
    let results: TableResult[];
    try {
      results = await send(chunk.text, signal);
    } catch (error) {
      const again = againAfter(error);
      if (!again) throw error;
      return again;
    }
    for (const result of results) {
      const end = result.status === 'rejected' && endOfStreamIn(result.faults);
      if (end)
        throw new LoadFault(
          `Ingestion read no further than line ${chunk.lineOf(result.line)}: ${end.message}. The rows behind it are ` +
            'not loaded.',
        );
      add(result, chunk.lineOf);
    }
    const last = results.at(-1);
    if (last?.status !== 'unavailable') return null;
    return { seconds: last.retryAfterSeconds, error: new LoadFault(`Ingestion is busy: ${last.reason}.`) };
  };
  const deliver = async (chunk: Chunk, signal: AbortSignal): Promise<void> => {
    for (let attempts = 1; ; attempts += 1) {
      const again = await attempt(chunk, signal);
      if (!again) return;
      if (attempts === MOST_ATTEMPTS) throw again.error;
      await sleep(Math.min(again.seconds, MOST_WAIT_SECONDS) * 1000, signal);
    }
  };
  return {
    state,
    /** @returns when all is loaded @throws what `send` throws, also where the signal ends it */
    run: async (signal: AbortSignal): Promise<void> => {
      for (;;) {
        if (!current) {
          current = await nextChunk();
          if (!current) return;
          answered = new Set();
        }
        await deliver(current, signal);
        read = current.read;
        current = null;
        onChange(state());
      }
    },
  };
};

export type Load = ReturnType<typeof createLoad>;
