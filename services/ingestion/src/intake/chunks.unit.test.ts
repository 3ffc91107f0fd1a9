import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chunksOf } from './chunks.ts';

const never = new AbortController().signal;
async function* give(blocks: number[][]) {
  yield* blocks;
}

const limits = { maxItems: 10, maxBytes: 10, pauseMs: 1 };
const weightless = () => 0;

test('chunks hold everything, in order, and none is larger or heavier than allowed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.nat(20))),
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 1, max: 40 }),
      async (blocks, maxItems, maxBytes) => {
        const chunks = [];
        const limits = { maxItems, maxBytes, pauseMs: 1000 };
        for await (const chunk of chunksOf(give(blocks), limits, (item) => item, never)) chunks.push(chunk);
        expect(chunks.flat()).toEqual(blocks.flat());
        for (const chunk of chunks) {
          expect(chunk.length > 0 && chunk.length <= maxItems).toBe(true);
          expect(chunk.length === 1 || chunk.reduce((sum, item) => sum + item, 0) <= maxBytes).toBe(true);
        }
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
  for await (const chunk of chunksOf(pausing(), limits, weightless, never)) {
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
  for await (const chunk of chunksOf(silent(), limits, weightless, stop.signal)) {
    chunks.push(chunk);
    stop.abort();
  }
  expect(chunks).toEqual([[1]]);
});

test('of a long stream no more is retained than what is being read', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const given: WeakRef<object>[] = [];
  async function* many() {
    for (let i = 0; i < 1000; i += 1) {
      const item = { i };
      given.push(new WeakRef(item));
      yield [item];
    }
  }
  for await (const chunk of chunksOf(many(), { ...limits, maxItems: 1 }, weightless, never)) {
    expect(chunk).toHaveLength(1);
    // A WeakRef keeps its object alive until the current job ends.
    await new Promise(setImmediate);
  }
  collect();
  expect(given.filter((ref) => ref.deref() !== undefined).length).toBeLessThan(10);
});
