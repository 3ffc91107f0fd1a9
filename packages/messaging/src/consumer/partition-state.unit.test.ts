import { expect, test } from '@jest/globals';
import { createPartitionState } from './partition-state.ts';

const slotAt = (offset: number) => {
  const state = createPartitionState(0);
  state.fetchPosition = offset;
  return state;
};

test('what was read at an offset is skipped once a task before it found that reading continues elsewhere', async () => {
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

test('it runs in order where reading continues there, also after a task that failed', async () => {
  const state = slotAt(10);
  const failing = state.exclusive(() => Promise.reject(new Error('away')));
  const take = state.exclusiveAt(10, async () => 11);
  await expect(failing).rejects.toThrow('away');
  expect(await take).toBe(11);
});
