import { expect, test } from '@jest/globals';
import { createWake, poll } from './poll.ts';

/** A relay over rounds that publish so much; it records what it does, and stops after the last. */
const doneBy = async (rounds: { count: number; all: boolean }[], marks: boolean[]): Promise<string[]> => {
  const over = new AbortController();
  const steps: string[] = [];
  const publishRound = async () => {
    steps.push('round');
    if (rounds.length === 1) over.abort();
    return rounds.shift()!;
  };
  const step = async () => {
    steps.push('re-tag');
    return marks.shift() ?? false;
  };
  const pause = async () => void steps.push('pause');
  const backfilling = { step, forget: () => void steps.push('forget') };
  const publisher = { transact: async () => undefined, close: async () => undefined };
  const idle = () => undefined;
  const leadership = { publisher, assertLeading: idle, onProgress: idle, signal: over.signal };
  await poll({ publishRound, wake: { pause }, backfilling }, leadership);
  return steps;
};

test('after work it polls again at once, and pauses when it found nothing', async () => {
  const [some, none] = [
    { count: 3, all: true },
    { count: 0, all: true },
  ];
  expect(await doneBy([some, none, some], [])).toEqual([
    ...['forget', 'round', 're-tag'],
    ...['round', 're-tag', 'pause'],
    ...['round', 're-tag'],
  ]);
});

test('the backfill runs only when a round has left nothing, and its postings are published at once', async () => {
  const [full, none] = [
    { count: 20_000, all: false },
    { count: 0, all: true },
  ];
  expect(await doneBy([full, full, none, none], [true])).toEqual([
    ...['forget', 'round', 'round', 'round', 're-tag'],
    ...['round', 're-tag', 'pause'],
  ]);
});

const FOR_EVER_MS = 1_000_000;
const never = new AbortController().signal;

test('a pause ends when it is woken, when it was woken before, and when it is stopped', async () => {
  const { wake, pause } = createWake();
  const waiting = pause(FOR_EVER_MS, never);
  wake();
  await waiting;
  wake();
  await pause(FOR_EVER_MS, never);
  await pause(FOR_EVER_MS, AbortSignal.abort());
});

test('a wake ends one pause, and the next one lasts', async () => {
  const { wake, pause } = createWake();
  wake();
  await pause(FOR_EVER_MS, never);
  const stopped = new AbortController();
  let over = false;
  const second = pause(FOR_EVER_MS, stopped.signal).then(() => (over = true));
  await pause(1, never);
  expect(over).toBe(false);
  stopped.abort();
  await second;
});
