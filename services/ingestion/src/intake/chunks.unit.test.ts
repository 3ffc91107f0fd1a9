import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chunksOf } from './chunks.ts';

const never = new AbortController().signal;
async function* give(blocks: number[][]) {
  yield* blocks;
}

test('chunks hold everything, in order, and none is larger than allowed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.nat())),
      fc.integer({ min: 1, max: 7 }),
      async (blocks, maxItems) => {
        const chunks = [];
        for await (const chunk of chunksOf(give(blocks), { maxItems, pauseMs: 1000 }, never))
          chunks.push(chunk);
        expect(chunks.flat()).toEqual(blocks.flat());
        expect(chunks.every((chunk) => chunk.length > 0 && chunk.length <= maxItems)).toBe(true);
      },
    ),
  );
});

test('a chunk is closed when the source pauses, and nothing is lost', async () => {
  const gate = Promise.withResolvers<void>();
  async function* pausing() {
    yield [1, 2];
    await gate.promise;
    yield [3];
  }
  const chunks = [];
  for await (const chunk of chunksOf(pausing(), { maxItems: 10, pauseMs: 1 }, never)) {
    chunks.push(chunk);
    gate.resolve();
  }
  expect(chunks).toEqual([[1, 2], [3]]);
});

test('a stop ends the chunks although the source is silent', async () => {
  const stop = new AbortController();
  async function* silent() {
    yield [1];
    await new Promise(() => undefined);
  }
  const chunks = [];
  for await (const chunk of chunksOf(silent(), { maxItems: 10, pauseMs: 1 }, stop.signal)) {
    chunks.push(chunk);
    stop.abort();
  }
  expect(chunks).toEqual([[1]]);
});
