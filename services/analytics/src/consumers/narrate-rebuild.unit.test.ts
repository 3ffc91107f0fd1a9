import { expect, test } from '@jest/globals';
import type { Narrated } from '@skillstream/contracts';
import { narrateRebuild } from './narrate-rebuild.ts';

let caughtUp = 0;
/** What is said while the owner is checked at these places (fetched, end). */
const saidOf = async (
  checks: [fetched: number, end: number][],
  elsewhere: number | null = null,
  rebuilding = new Set<number>(),
) => {
  const said: Narrated[] = [];
  caughtUp = 0;
  const owner = { next: 3, take: async () => 0, check: async () => elsewhere };
  const wrapped = narrateRebuild(owner, {
    ...{ partition: 7, rebuilding },
    narrate: (event) => said.push(event),
    onCaughtUp: () => (caughtUp += 1),
  });
  for (const [fetched, end] of checks) await wrapped.check!(fetched, end);
  return said;
};

test('views that are behind say once that they are rebuilt, and once that they have caught up', async () => {
  const checks: [number, number][] = [
    [3, -1],
    [3, 9],
    [5, 9],
    [9, 9],
    [9, 12],
    [12, 12],
  ];
  expect(await saidOf(checks)).toEqual([
    { type: 'views.rebuilding', partition: 7, position: 3 },
    { type: 'views.caught-up', partition: 7, position: 9 },
  ]);
  expect(caughtUp).toBe(1);
});

test('views with nothing to catch up with, or of another owner, say nothing', async () => {
  expect(
    await saidOf([
      [3, 3],
      [3, 5],
    ]),
  ).toEqual([]);
  expect(caughtUp).toBe(1);
  expect(
    await saidOf(
      [
        [3, 9],
        [9, 9],
      ],
      4,
    ),
  ).toEqual([]);
  expect(caughtUp).toBe(0);
});

test('owners that follow each other in one rebuild say together that it began, and that it ended', async () => {
  const rebuilding = new Set<number>();
  expect(await saidOf([[3, 9]], null, rebuilding)).toHaveLength(1);
  expect(await saidOf([[5, 9]], null, rebuilding)).toEqual([]);
  expect(await saidOf([[9, 9]], null, rebuilding)).toEqual([
    { type: 'views.caught-up', partition: 7, position: 9 },
  ]);
  expect(rebuilding.size).toBe(0);
});
