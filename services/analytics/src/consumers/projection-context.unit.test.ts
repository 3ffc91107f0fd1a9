import { expect, test } from '@jest/globals';
import type { Narrated } from '@skillstream/contracts';
import type { TopicAdmin } from '@skillstream/messaging';
import { silentLog } from '@skillstream/runtime';
import type { Generation, LogGeneration } from '../stores/mongo/log-generation.ts';
import { createProjectionContext } from './projection-context.ts';

const NOW = 1_700_000_000_000;
const END = 8;

/**
 * One partition of one log, and its generations as MongoDB would number them.
 * @param endAt the end of the log that the broker reports at the n-th request, from 1
 */
const createRace = (endAt: (query: number) => number = () => END) => {
  let queries = 0;
  let current: Generation = { log: 'c/1', generation: 1 };
  const generations = {
    hasAny: async () => true,
    present: async () => ({ ...current, beganMs: NOW }),
    forLog: async () => current,
    startOver: async (from: Generation) => {
      if (from.generation === current.generation) current = { ...from, generation: from.generation + 1 };
      return current;
    },
  } satisfies LogGeneration;
  const admin = {
    ends: async () => [{ partition: 0, low: 0, high: endAt((queries += 1)) }],
    clusterId: async () => 'c',
  } as unknown as TopicAdmin;
  const said: Narrated[] = [];
  const context = createProjectionContext({
    ...{
      topic: 'log',
      admin,
      generations,
      log: silentLog(),
      narrate: (event: Narrated) => said.push(event),
      now: () => NOW,
      pause: async () => undefined,
    },
    storesOf: ({ generation }) => generation,
  });
  return { context, said, generation: () => current.generation };
};
const beyond = { position: END + 3, log: 'c/1', seenMs: NOW };

test('two consumers that both find a recreated log begin one generation, also when the second had read its marks before', async () => {
  const { context, said, generation } = createRace();
  const [views, facts] = [await context.refresh(), await context.refresh()];
  await expect(context.checkCheckpoint(views, 0, beyond)).rejects.toMatchObject({ code: 'conflict' });
  expect(context.current()?.stores).toBe(2);
  await expect(context.checkCheckpoint(facts, 0, beyond)).rejects.toMatchObject({ code: 'conflict' });
  expect(generation()).toBe(2);
  const reason = expect.stringContaining('the log was recreated');
  expect(said).toEqual([{ type: 'generation.started', topic: 'log', generation: 2, log: 'c/1', reason }]);
});

test('an old end of the log, reported by a leader that resumes, does not begin a new generation', async () => {
  // The first request is the context's own, for the number of partitions.
  const { context, generation } = createRace((query) => (query < 4 ? END : END + 10));
  const current = await context.refresh();
  await context.checkCheckpoint(current, 0, beyond);
  expect(generation()).toBe(1);
});
