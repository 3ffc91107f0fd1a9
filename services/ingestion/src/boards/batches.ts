import { createTurns, retryForever } from '@skillstream/async';
import type { BoardPosting } from '@skillstream/boards';
import { isRetryable } from '@skillstream/errors';
import { createIdleTracer } from '@skillstream/telemetry';
import { postingIdOf } from '../canonical/posting-id.ts';
import type { Intake } from '../intake/intake.ts';
import { validateValue, type Validated } from '../intake/validate.ts';
import { addFilled } from './filled.ts';
import type { BoardCounts } from '../store/documents.ts';

/** What one batch came to. */
type Batch = {
  /** The ids of its postings, taken or not. */
  ids: string[];
  /** The keys of their jobs. */
  jobs: string[];
};

/** Few, so that a run that is broken off has lost little: of some boards each job is a request. */
const BATCH = 20;
const PATIENCE = { firstMs: 200, maxMs: 5_000 };
/** The faults that are kept of a run, and the most characters of each. */
const MOST_FAULTS = 10;
const MOST_FAULT = 200;

/** Keeps a fault, if it is one of the first. */
export const addFault = (counts: BoardCounts, fault: string): void => {
  counts.rejected += 1;
  if (counts.faults.length < MOST_FAULTS) counts.faults.push(fault.slice(0, MOST_FAULT).toWellFormed());
};

export type BatchesDeps = {
  source: string;
  intake: Pick<Intake, 'take'>;
  /** What the run has come to; counted on here. */
  counts: BoardCounts;
  now: () => Date;
  signal: AbortSignal;
  /** Called before each attempt to store a batch. @throws where it is not to be stored any more */
  assertOpen: () => Promise<void>;
  /** Called after a batch was stored. */
  onStored: (batch: Batch) => Promise<void>;
};

/** Gives a board's postings to the ordinary intake, some at a time. */
export const createBatches = ({ source, intake, counts, now, signal, assertOpen, onStored }: BatchesDeps) => {
  const turns = createTurns();
  // Sampled, each of many thousands would be a trace, and a line in every service's log.
  const trace = createIdleTracer({ ratio: 0 }).root('read board').context;
  let waiting: { posting: BoardPosting; job: string }[] = [];

  const flush = async (): Promise<void> => {
    if (waiting.length === 0) return;
    const batch = waiting;
    waiting = [];
    const validated: Validated[] = [];
    for (const [index, { posting }] of batch.entries()) {
      await turns.pause();
      validated.push({ line: index + 1, ...validateValue({ source, ...posting }, now()) });
    }
    signal.throwIfAborted();
    const take = async () => {
      await assertOpen();
      return intake.take(validated, trace);
    };
    const results = await retryForever(take, { ...PATIENCE, signal, retryable: isRetryable });
    for (const [index, result] of results.entries()) {
      const one = validated[index]!;
      if (result.status === 'rejected')
        addFault(counts, result.faults.map(({ path, message }) => `${path} ${message}`.trim()).join('; '));
      else counts[result.status === 'accepted' ? 'stored' : 'unchanged'] += 1;
      if (result.status !== 'rejected' && 'posting' in one) addFilled(counts.filled, one.posting);
    }
    await onStored({
      ids: batch.map(({ posting }) => postingIdOf(source, posting.sourceId)),
      jobs: batch.map(({ job }) => job),
    });
  };

  return {
    /** @throws SkillstreamError, or the reason of the signal: it is not stored */
    add: async (posting: BoardPosting, job: string): Promise<void> => {
      waiting.push({ posting, job });
      if (waiting.length === BATCH) await flush();
    },
    /** Stores what waits. */
    flush,
  };
};
