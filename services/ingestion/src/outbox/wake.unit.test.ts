import { expect, test } from '@jest/globals';
import { createWake } from './wake.ts';

const FOR_EVER_MS = 1_000_000;
const never = new AbortController().signal;

test('a pause ends when somebody calls, when somebody called before, and when it is stopped', async () => {
  const { wake, pause } = createWake();
  const waiting = pause(FOR_EVER_MS, never);
  wake();
  await waiting;
  wake();
  await pause(FOR_EVER_MS, never);
  await pause(FOR_EVER_MS, AbortSignal.abort());
});

test('a call ends one pause, and the next one lasts', async () => {
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
