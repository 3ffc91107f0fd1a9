import { parentPort, workerData } from 'node:worker_threads';
import { taggerOf, type CompiledTagger } from '@skillstream/tagger';
import type { FromThread } from './worker-thread.ts';
import { tagTexts, type TagsQuery } from './tags-response.ts';

// Entry point of the thread that serves POST /v1/tags: one query at a time, with a JSON result.
const say = (message: FromThread) => parentPort!.postMessage(message);
const tagger = taggerOf(workerData as CompiledTagger);
parentPort!.on('message', (tagQuery: TagsQuery) => {
  say({ result: JSON.stringify(tagTexts(tagger, tagQuery)) });
});
say('ready');
