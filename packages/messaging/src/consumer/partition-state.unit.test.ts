import { expect, test } from '@jest/globals';
import { createPartitionState } from './partition-state.ts';

const slotAt = (offset: number) => {
  const state = createPartitionState(0);
  state.fetchPosition = offset;
  return state;
};

test('what was read at an offset is not done once a turn before it found that reading goes on elsewhere', async () => {
  const state = slotAt(10);
  const gate = Promise.withResolvers<void>();
  const check = state.exclusive(async () => {
    await gate.promise;
    state.fetchPosition = 0;
  });
  const done: string[] = [];
  const take = state.exclusiveAt(10, async () => done.push('taken'));
  gate.resolve();
  await check;
  expect(await take).toBeNull();
  expect(done).toEqual([]);
});

test('it is done in its turn where reading goes on there, and a failure before it is no reason not to', async () => {
  const state = slotAt(10);
  const failing = state.exclusive(() => Promise.reject(new Error('away')));
  const take = state.exclusiveAt(10, async () => 11);
  await expect(failing).rejects.toThrow('away');
  expect(await take).toBe(11);
});
