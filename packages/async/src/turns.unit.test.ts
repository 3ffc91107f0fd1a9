import { expect, test } from '@jest/globals';
import { createTurns } from './turns.ts';

/** Has so many tasks do so many pieces of work of 1 ms each. @returns the pieces of each turn of the loop */
const turnsOf = async (tasks: number, slices: number, mostMs: number) => {
  let nowMs = 0;
  const turns: number[][] = [[]];
  const nextTurn = (call: () => void) =>
    setImmediate(() => {
      turns.push([]);
      call();
    });
  const { pause } = createTurns(mostMs, () => nowMs, nextTurn);
  const work = async (task: number) => {
    for (let slice = 0; slice < slices; slice += 1) {
      await pause();
      nowMs += 1;
      turns.at(-1)!.push(task);
    }
  };
  await Promise.all(Array.from({ length: tasks }, (_, task) => work(task)));
  return turns.filter((turn) => turn.length > 0);
};

test.each([1, 2, 100])(
  '%i who compute hold a turn of the loop as long as one may, and all are done',
  async (tasks) => {
    const turns = await turnsOf(tasks, 30, 10);
    expect(turns.every((turn) => turn.length <= 10)).toBe(true);
    expect(turns.flat().length).toBe(30 * tasks);
  },
);

test('whoever waited longest goes on, so that nobody waits for ever', async () => {
  const turns = await turnsOf(3, 20, 10);
  expect(turns.slice(0, 3).map(([task]) => task)).toEqual([0, 1, 2]);
});

test('what is little takes no second turn', async () => {
  expect((await turnsOf(1, 9, 10)).length).toBe(1);
});
