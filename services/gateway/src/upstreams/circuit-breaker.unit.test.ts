import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import type { Narrated } from '@skillstream/contracts';
import { appError } from '@skillstream/errors';
import { callerLeft, createCircuitBreaker } from './circuit-breaker.ts';

const limits = { failures: 3, pauseMs: 100, shownMs: 0 };
const away = () => Promise.reject(appError('unavailable', 'away'));
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );

test('an upstream that fails repeatedly is left alone, and tried once after each pause', async () => {
  const circuitBreaker = createCircuitBreaker('analytics', limits);
  let asked = 0;
  const attempt = (work: () => Promise<unknown>) => outcome(circuitBreaker(() => ((asked += 1), work())));
  for (let n = 0; n < 20; n += 1) expect(await attempt(away)).toBe('unavailable');
  expect(asked).toBe(limits.failures);
  await until('it is asked again', async () => (await attempt(away), asked > limits.failures));
  expect(asked).toBe(limits.failures + 1);
  await until('it is back', async () => (await attempt(async () => 'here')) === 'done');
  for (let n = 0; n < 5; n += 1) expect(await attempt(async () => 'here')).toBe('done');
});

test('it says once that it has opened, however often it is tried, and once that it has closed', async () => {
  const said: Narrated[] = [];
  const circuitBreaker = createCircuitBreaker('tagging', { ...limits, pauseMs: 5 }, (event) =>
    said.push(event),
  );
  expect(circuitBreaker.state()).toBe('closed');
  let asked = 0;
  const fail = () => outcome(circuitBreaker(() => ((asked += 1), away())));
  await until('it was tried several times', async () => (await fail(), asked > limits.failures + 3));
  await until('it is back', async () => (await outcome(circuitBreaker(async () => 'here'))) === 'done');
  expect(said).toEqual([
    { type: 'breaker.opened', upstream: 'tagging', reason: 'away' },
    { type: 'breaker.closed', upstream: 'tagging' },
  ]);
});

test('a response of an upstream, or an error of the caller, is no failure of the upstream', async () => {
  const circuitBreaker = createCircuitBreaker('ingestion', limits);
  for (let n = 0; n < 20; n += 1)
    expect(await outcome(circuitBreaker(() => Promise.reject(appError('invalid-input', 'no'))))).toBe(
      'invalid-input',
    );
});

const leave = () => Promise.reject(callerLeft);

test('a caller that leaves is neither: failures before and after it are consecutive', async () => {
  const circuitBreaker = createCircuitBreaker('analytics', limits);
  await outcome(circuitBreaker(away));
  await outcome(circuitBreaker(away));
  for (let n = 0; n < 20; n += 1) await expect(circuitBreaker(leave)).rejects.toBe(callerLeft);
  expect(circuitBreaker.state()).toBe('closed');
  await outcome(circuitBreaker(away));
  expect(circuitBreaker.state()).toBe('open');
});

test('one whose request is the probe, and who leaves, does not close the circuit: the next one tries', async () => {
  const said: Narrated[] = [];
  const few = { ...limits, pauseMs: 5 };
  const circuitBreaker = createCircuitBreaker('analytics', few, (event) => said.push(event));
  for (let n = 0; n < limits.failures; n += 1) await outcome(circuitBreaker(away));
  const leaving = () => circuitBreaker(leave).catch((error: unknown) => error === callerLeft);
  await until('one is let through', async () => (await leaving()) === true);
  expect(said.map(({ type }) => type)).toEqual(['breaker.opened']);
  await until('another is', async () => (await outcome(circuitBreaker(async () => 'here'))) === 'done');
  expect(said.map(({ type }) => type)).toEqual(['breaker.opened', 'breaker.closed']);
});

describe('where the clock stands still', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());
  const fail = async (shownMs: number) => {
    const circuitBreaker = createCircuitBreaker('analytics', { ...limits, shownMs });
    for (let n = 0; n < limits.failures; n += 1) await outcome(circuitBreaker(away));
    return circuitBreaker;
  };

  test.each([
    ['the pause', 0, limits.pauseMs],
    ['some time after a failure', 30_000, 30_000],
  ])('it is open until %s is over, and then half-open, although nobody asks', async (_, shownMs, untilMs) => {
    const circuitBreaker = await fail(shownMs);
    jest.advanceTimersByTime(untilMs - 1);
    expect(circuitBreaker.state()).toBe('open');
    jest.advanceTimersByTime(1);
    expect(circuitBreaker.state()).toBe('half-open');
  });

  test('it is open while one tries, and as long again where that fails', async () => {
    const circuitBreaker = await fail(0);
    jest.advanceTimersByTime(limits.pauseMs);
    const probe = Promise.withResolvers<void>();
    const asked = outcome(circuitBreaker(() => probe.promise));
    expect(circuitBreaker.state()).toBe('open');
    probe.reject(appError('unavailable', 'away'));
    await asked;
    expect(circuitBreaker.state()).toBe('open');
    jest.advanceTimersByTime(limits.pauseMs);
    expect(circuitBreaker.state()).toBe('half-open');
    expect(await outcome(circuitBreaker(async () => 'here'))).toBe('done');
    expect(circuitBreaker.state()).toBe('closed');
  });
});
