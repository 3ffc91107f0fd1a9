import { Worker } from 'node:worker_threads';
import type { Log } from '@skillstream/runtime';
import type { CompiledTagger } from '@skillstream/tagger';
import { createWorkerThread } from './worker-thread.ts';
import type { TagsQuery } from './tags-response.ts';

/** A text takes at most a quarter of a second on an idle core; a busy node may be forty times slower. */
const TIMEOUT_MS = 10_000;
const MOST_WAITING = 16;
// It needs some 40 MB; a text that needs more ends only the thread, and not the consumer beside it.
const resourceLimits = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 12 };

/**
 * Creates the thread that serves `POST /v1/tags`, one text at a time; nothing runs before `start`.
 * @param compiled should be in shared memory, else the thread gets its own copy
 */
export const createTagThread = (compiled: CompiledTagger, log: Log) =>
  createWorkerThread<TagsQuery>({
    start: () =>
      new Worker(new URL('./tag-thread.ts', import.meta.url), { workerData: compiled, resourceLimits }),
    log,
    mostWaiting: MOST_WAITING,
    timeoutMs: TIMEOUT_MS,
  });
