import { Worker } from 'node:worker_threads';
import type { Log } from '@skillstream/runtime';
import type { CompiledTagger } from '@skillstream/tagger';
import { createAskThread } from './ask-thread.ts';
import type { TagsQuery } from './tags-response.ts';

/** A text takes a quarter of a second at most on an idle core; a busy node may be forty times as slow. */
const TIMEOUT_MS = 10_000;
const MOST_WAITING = 16;
// It needs some 40 MB; what would need more ends the thread alone, and not the consumer beside it.
const resourceLimits = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 12 };

/**
 * The thread that answers `POST /v1/tags`, one text after the other; nothing runs before `start`.
 * @param compiled in shared memory, or the thread has a copy of its own
 */
export const createTagThread = (compiled: CompiledTagger, log: Log) =>
  createAskThread<TagsQuery>({
    start: () =>
      new Worker(new URL('./tag-thread.ts', import.meta.url), { workerData: compiled, resourceLimits }),
    log,
    mostWaiting: MOST_WAITING,
    timeoutMs: TIMEOUT_MS,
  });
