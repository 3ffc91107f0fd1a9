import { expect, test } from '@jest/globals';
import { appError } from '@skillstream/errors';
import { createPatientRead } from './patient-read.ts';

const setUp = (read: () => Promise<number>) => {
  const clock = { ms: 0 };
  return { clock, patient: createPatientRead(read, { waitMs: 5, mostAgeMs: 3000, nowMs: () => clock.ms }) };
};

test('who hangs is waited for briefly, asked once, and shown as it was for as long as that is fresh', async () => {
  const hanging = Promise.withResolvers<number>();
  const results = [Promise.resolve(1), hanging.promise, Promise.resolve(3)];
  let reads = 0;
  const { clock, patient } = setUp(() => results[(reads += 1) - 1]!);
  expect(await patient()).toEqual({ value: 1, reason: null });
  clock.ms = 3000;
  expect(await patient()).toEqual({ value: 1, reason: null });
  clock.ms = 3001;
  const silent = { value: null, reason: 'no response within 5 ms' };
  expect([await patient(), await patient(), reads]).toEqual([silent, silent, 2]);
  hanging.resolve(2);
  expect(await patient()).toEqual({ value: 2, reason: null });
});

test('a failure is said at once, and what was read before is shown no more', async () => {
  const results = [Promise.resolve(1), Promise.reject(appError('unavailable', 'tagging is down'))];
  results[1]!.catch(() => undefined);
  const { patient } = setUp(() => results.shift()!);
  await patient();
  expect(await patient()).toEqual({ value: null, reason: 'tagging is down' });
});
