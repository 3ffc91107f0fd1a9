import { Worker } from 'node:worker_threads';
import type { CompiledTagger } from '@skillstream/tagger';

// It needs some 40 MB; what would need more ends the thread alone, and not the consumer beside it.
const resourceLimits = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 12 };

/** Starts a thread that answers `TagsQuestion`s, one after the other. */
export const startTagThread = (compiled: CompiledTagger): Worker =>
  new Worker(new URL('./tag-thread.ts', import.meta.url), { workerData: compiled, resourceLimits });
