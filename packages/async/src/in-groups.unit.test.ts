import { expect, test } from '@jest/globals';
import { inGroups } from './in-groups.ts';

test('all items are worked on, no more beside each other than are allowed', async () => {
  let running = 0;
  let most = 0;
  const done: number[] = [];
  const items = Array.from({ length: 10 }, (_, at) => at);
  const work = async (item: number) => {
    most = Math.max(most, (running += 1));
    await Promise.resolve();
    running -= 1;
    done.push(item);
  };
  await inGroups(items, work, 3);
  expect({ most, done: done.toSorted((a, b) => a - b) }).toEqual({ most: 3, done: items });
});

test('when one fails those beside it have ended, and no later one was begun', async () => {
  const ended: number[] = [];
  const work = async (item: number) => {
    if (item === 1) throw new Error('failed');
    await new Promise((resolve) => setImmediate(resolve));
    ended.push(item);
  };
  await expect(inGroups([0, 1, 2, 3, 4], work, 3)).rejects.toThrow('failed');
  expect(ended).toEqual([0, 2]);
});
