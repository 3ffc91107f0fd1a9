import { expect, test } from '@jest/globals';
import { createSlot } from './slot.ts';

const slotAt = (offset: number) => {
  const slot = createSlot(0);
  slot.fetchPosition = offset;
  return slot;
};

test('what was read at an offset is not done once a turn before it found that reading goes on elsewhere', async () => {
  const slot = slotAt(10);
  const gate = Promise.withResolvers<void>();
  const check = slot.exclusive(async () => {
    await gate.promise;
    slot.fetchPosition = 0;
  });
  const done: string[] = [];
  const take = slot.exclusiveAt(10, async () => done.push('taken'));
  gate.resolve();
  await check;
  expect(await take).toBeNull();
  expect(done).toEqual([]);
});

test('it is done in its turn where reading goes on there, and a failure before it is no reason not to', async () => {
  const slot = slotAt(10);
  const failing = slot.exclusive(() => Promise.reject(new Error('away')));
  const take = slot.exclusiveAt(10, async () => 11);
  await expect(failing).rejects.toThrow('away');
  expect(await take).toBe(11);
});
