import { parentPort, workerData } from 'node:worker_threads';
import { answerTags, type TagsQuestion } from '../tagging/answer-tags.ts';
import { taggerOf, type CompiledTagger } from '../tagging/create-tagger.ts';
import type { FromThread } from './ask-thread.ts';

// The entry of the thread that answers POST /v1/tags: one question at a time, answered as JSON.
const say = (message: FromThread) => parentPort!.postMessage(message);
const tagger = taggerOf(workerData as CompiledTagger);
parentPort!.on('message', (question: TagsQuestion) => {
  say({ answer: JSON.stringify(answerTags(tagger, question)) });
});
say('ready');
