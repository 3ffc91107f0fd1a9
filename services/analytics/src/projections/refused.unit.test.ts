import { expect, test } from '@jest/globals';
import type { FactStore } from './facts/fact-store.ts';
import { createFactsProjection } from './facts/projection.ts';
import type { ViewStore } from './views/view-store.ts';
import { createViewsProjection } from './views/projection.ts';

/** What a zombie is told that expects position 4, where another owner has moved it to 9. */
const setUp = () => {
  const refused: number[][] = [];
  const onRefused = (...places: number[]) => void refused.push(places);
  const position = async () => 4;
  const touch = async () => 9;
  return { refused, onRefused, position, touch };
};
const present = new Map<string, never>();

test('a late write of views is refused before or by the script, and says what was expected and found', async () => {
  const { refused, onRefused, position, touch } = setUp();
  const store = (read: number): ViewStore => ({
    ...{ position, touch, read: async () => ({ position: read, present }) },
    write: async () => ({ applied: false, position: 9 }),
  });
  for (const read of [9, 4]) {
    const owner = await createViewsProjection({ store: store(read), onRefused }).acquire(2);
    expect(await owner.take([], 6)).toBe(10);
  }
  const owner = await createViewsProjection({ store: store(4), onRefused }).acquire(2);
  expect(await owner.check!(5, 5)).toBe(10);
  expect(refused).toEqual(Array(3).fill([2, 4, 9]));
});

test('a late move of the facts is refused, and says the same; what was refused is not shown as written', async () => {
  const { refused, onRefused, position, touch } = setUp();
  const store: FactStore = { position, touch, write: async () => undefined, move: async () => 9 };
  let written = 0;
  const projection = createFactsProjection({ store, onRefused, onWritten: () => (written += 1) });
  expect(await (await projection.acquire(2)).take([], 6)).toBe(10);
  expect(await (await projection.acquire(2)).check!(5, 5)).toBe(10);
  expect([refused, written]).toEqual([Array(2).fill([2, 4, 9]), 0]);
});

test('a write at the expected position refuses nothing', async () => {
  const { refused, onRefused, position } = setUp();
  const store: FactStore = {
    ...{ position, touch: async () => 4, write: async () => undefined, move: async () => 6 },
  };
  const owner = await createFactsProjection({ store, onRefused }).acquire(2);
  expect([await owner.check!(5, 5), await owner.take([], 6), refused]).toEqual([null, 7, []]);
});
