import { expect, test } from '@jest/globals';
import type { TopicAdmin } from '@skillstream/messaging';
import { silentLog } from '@skillstream/runtime';
import type { Generation, LogGeneration } from '../stores/mongo/log-generation.ts';
import { createProjectionContext } from './projection-context.ts';

const NOW = 1_700_000_000_000;
const END = 8;

/**
 * One partition of one log, and the generations as MongoDB would count them.
 * @param endAt the end of the log as it is told, by the number of the question from 1 on
 */
const createRace = (endAt: (query: number) => number = () => END) => {
  let queries = 0;
  let held: Generation = { log: 'c/1', generation: 1 };
  const generations = {
    present: async () => ({ ...held, beganMs: NOW }),
    forLog: async () => held,
    startOver: async (from: Generation) => {
      if (from.generation === held.generation) held = { ...from, generation: from.generation + 1 };
      return held;
    },
  } satisfies LogGeneration;
  const admin = {
    ends: async () => [{ partition: 0, low: 0, high: endAt((queries += 1)) }],
    clusterId: async () => 'c',
  } as unknown as TopicAdmin;
  const context = createProjectionContext({
    ...{ topic: 'log', admin, generations, log: silentLog(), now: () => NOW, pause: async () => undefined },
    storesOf: ({ generation }) => generation,
  });
  return { context, generation: () => held.generation };
};
const beyond = { position: END + 3, log: 'c/1', seenMs: NOW };

test('two consumers that both find a log made anew begin one generation, though the second looked before it began', async () => {
  const { context, generation } = createRace();
  const [views, facts] = [await context.refresh(), await context.refresh()];
  await expect(context.checkMarks(views, 0, beyond)).rejects.toMatchObject({ code: 'conflict' });
  expect(context.current()?.stores).toBe(2);
  await expect(context.checkMarks(facts, 0, beyond)).rejects.toMatchObject({ code: 'conflict' });
  expect(generation()).toBe(2);
});

test('a leader that wakes up and tells an end of before makes nothing be counted anew', async () => {
  // The first question is the context's own, about the number of partitions.
  const { context, generation } = createRace((query) => (query < 4 ? END : END + 10));
  const held = await context.refresh();
  await context.checkMarks(held, 0, beyond);
  expect(generation()).toBe(1);
});
