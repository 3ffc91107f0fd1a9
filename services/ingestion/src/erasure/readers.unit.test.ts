import { expect, test } from '@jest/globals';
import { createReadersPassed } from './readers.ts';

const readers = [
  { group: 'tagging', topic: 'received' },
  { group: 'facts', topic: 'tagged' },
];

test('the readers are passed one after the other, each by the ends that its topic had when it was its turn', async () => {
  const highs: Record<string, number> = { received: 10, tagged: 5 };
  const offsets: Record<string, number> = { tagging: 8, facts: 100 };
  const passed = createReadersPassed(
    {
      ends: async (topic) => [
        { partition: 0, low: 0, high: highs[topic]! },
        // Nothing was ever written there: nobody reads it.
        { partition: 1, low: 0, high: 0 },
      ],
      committedAll: async (group) => new Map([[0, offsets[group]!]]),
    },
    readers,
  );
  expect(await passed('run')).toBe(false);
  // What is written later need not be passed; what tagging writes until then has to be.
  Object.assign(highs, { received: 1000, tagged: 200 });
  // The marker of the last transaction has an offset of its own, which no group commits.
  offsets['tagging'] = 9;
  expect(await passed('run')).toBe(false);
  offsets['facts'] = 199;
  expect(await passed('run')).toBe(true);
});

test('a topic that does not exist has no letters to wait for', async () => {
  const passed = createReadersPassed(
    { ends: async () => [], committedAll: () => Promise.reject(new Error('no such topic')) },
    readers,
  );
  expect(await passed('run')).toBe(true);
});

test('a topic that was made anew is passed by the ends that it has now', async () => {
  let high = 100;
  let offset = 40;
  const passed = createReadersPassed(
    {
      ends: async () => [{ partition: 0, low: 0, high }],
      committedAll: async () => new Map([[0, offset]]),
    },
    [{ group: 'tagging', topic: 'received' }],
  );
  expect(await passed('run')).toBe(false);
  [high, offset] = [10, 3];
  expect(await passed('run')).toBe(false);
  expect(await passed('run')).toBe(false);
  offset = 9;
  expect(await passed('run')).toBe(true);
});
