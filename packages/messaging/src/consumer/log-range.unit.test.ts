import { expect, test } from '@jest/globals';
import { silentLog } from '@skillstream/runtime';
import { createLogRange } from './log-range.ts';
import type { PartitionEnds } from './lag.ts';

const create = (ends: () => Promise<PartitionEnds[]>, restartsWithLog = true) => {
  const notes: unknown[] = [];
  const note = (level: string) => (about: object) => void notes.push({ level, ...about });
  const log = { ...silentLog(), warn: note('warn'), error: note('error') } as ReturnType<typeof silentLog>;
  const { begin } = createLogRange({ topic: 't', log, ends, restartsWithLog });
  return { begin: (next: number) => begin(0, next), notes };
};
const between = (low: number, high: number) => async () => [{ partition: 0, low, high }];

test.each([
  ['in the log', 7, 7],
  ['at its start', 5, 5],
  ['at its end', 10, 10],
])('a position %s is unchanged', async (_, next, begins) => {
  const { begin, notes } = create(between(5, 10));
  expect(await begin(next)).toBe(begins);
  expect(notes).toEqual([]);
});

test('a position before the start is moved to the start, and what is skipped is logged', async () => {
  const { begin, notes } = create(between(5, 10));
  expect(await begin(2)).toBe(5);
  expect(notes).toEqual([{ level: 'warn', topic: 't', partition: 0, next: 2, low: 5, skipped: 3 }]);
});

const refused = { code: 'unavailable', retryable: true };
const refuses = async (begin: () => Promise<number>, times: number) => {
  for (let i = 0; i < times; i += 1) await expect(begin()).rejects.toMatchObject(refused);
};

test('a log that ends before the position is a new one, once that is certain: read from its start, logged as an error', async () => {
  const { begin, notes } = create(between(5, 10));
  await refuses(() => begin(11), 4);
  expect(notes).toEqual([]);
  expect(await begin(11)).toBe(5);
  expect(notes).toEqual([{ level: 'error', topic: 't', partition: 0, next: 11, low: 5, high: 10 }]);
});

test('an end that a new leader does not know yet does not make a new log', async () => {
  let high = 8;
  const { begin, notes } = create(async () => [{ partition: 0, low: 0, high }]);
  await refuses(() => begin(10), 4);
  high = 12;
  expect(await begin(10)).toBe(10);
  high = 8;
  await refuses(() => begin(10), 4);
  expect(notes).toEqual([]);
});

test('an owner that stores its position elsewhere is never moved to the start: it is logged once, and retried', async () => {
  const { begin, notes } = create(between(5, 10), false);
  await refuses(() => begin(11), 20);
  expect(notes).toEqual([{ level: 'error', topic: 't', partition: 0, next: 11, high: 10 }]);
});

test('while the offsets of the log are unknown the position is used as it is', async () => {
  const { begin } = create(() => Promise.reject(new Error('no leader')));
  expect(await begin(11)).toBe(11);
  expect(await create(async () => []).begin(11)).toBe(11);
});
