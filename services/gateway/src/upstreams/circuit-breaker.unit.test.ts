import { expect, test } from '@jest/globals';
import { fault } from '@skillstream/runtime';
import { until } from '@skillstream/runtime/testing';
import { createGuard } from './circuit-breaker.ts';

const limits = { atOnce: 2, waiting: 1, ofClient: 2, failures: 3, pauseMs: 100 };
const away = () => Promise.reject(fault('unavailable', 'away'));
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );

test('a part that is slow has so many requests and no more, and says that it is overloaded', async () => {
  const guard = createGuard('tagging', limits);
  const opening = Promise.withResolvers<void>();
  const asked = Array.from({ length: 5 }, (_, i) => outcome(guard.placeOf(`${i}`, () => opening.promise)));
  expect(await Promise.race([asked[3], asked[4]])).toBe('overloaded');
  opening.resolve();
  expect(await Promise.all(asked)).toEqual(['done', 'done', 'done', 'overloaded', 'overloaded']);
});

test('one client takes so many places and no more, and gets them back when its requests are over', async () => {
  const guard = createGuard('tagging', limits);
  const opening = Promise.withResolvers<void>();
  const ask = (client: string) => outcome(guard.placeOf(client, () => opening.promise));
  const [first, second, third, other] = ['a', 'a', 'a', 'b'].map(ask);
  expect(await third).toBe('rate-limited');
  opening.resolve();
  expect(await Promise.all([first, second, other])).toEqual(['done', 'done', 'done']);
  expect(await ask('a')).toBe('done');
});

test('a part that fails again and again is left alone, and asked once after each pause', async () => {
  const guard = createGuard('analytics', limits);
  let asked = 0;
  const attempt = (work: () => Promise<unknown>) => outcome(guard.attempt(() => ((asked += 1), work())));
  for (let n = 0; n < 20; n += 1) expect(await attempt(away)).toBe('unavailable');
  expect(asked).toBe(limits.failures);
  await until('it is asked again', async () => (await attempt(away), asked > limits.failures));
  expect(asked).toBe(limits.failures + 1);
  await until('it is back', async () => (await attempt(async () => 'here')) === 'done');
  for (let n = 0; n < 5; n += 1) expect(await attempt(async () => 'here')).toBe('done');
});

test('what a part answers, and what a caller does wrong, is no failure of the part', async () => {
  const guard = createGuard('ingestion', limits);
  for (let n = 0; n < 20; n += 1)
    expect(await outcome(guard.attempt(() => Promise.reject(fault('invalid-input', 'no'))))).toBe(
      'invalid-input',
    );
});
