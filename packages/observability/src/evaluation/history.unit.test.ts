import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createHistory } from './history.ts';

test('a window that is longer than the life of the process is known as far as that', () => {
  const history = createHistory(10, 1000);
  expect([history.knownMs(100), history.increase('n', 100)]).toEqual([0, 0]);
  history.add(0, { n: 5 });
  history.add(30, { n: 8 });
  expect([history.knownMs(20), history.knownMs(100)]).toEqual([20, 30]);
  expect([history.increase('n', 20), history.increase('n', 100)]).toEqual([3, 3]);
});

test('memory is bounded by the longest window', () => {
  const history = createHistory(10, 1000);
  for (let ms = 0; ms < 50_000; ms += 5) history.add(ms, { n: ms });
  expect(history.size()).toBeLessThanOrEqual(102);
  // To a step.
  expect(history.increase('n', 1000)).toBeGreaterThanOrEqual(1000);
  expect(history.increase('n', 1000)).toBeLessThan(1010);
});

test('an increase is that of all samples, where one is kept at each step', () => {
  const steps = fc.array(fc.nat(9), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 30 }), (increments, window) => {
      const history = createHistory(1, 100);
      let n = 0;
      history.add(0, { n });
      for (const [index, increment] of increments.entries()) history.add(index + 1, { n: (n += increment) });
      const expected = increments.slice(-window).reduce((sum, one) => sum + one, 0);
      expect(history.increase('n', window)).toBe(expected);
    }),
  );
});

describe('where nobody looked for a while', () => {
  /** Looks each 10 ms with one more each time, but in a gap from 100 to 500, in which 40 came. */
  const start = (untilMs: number) => {
    const history = createHistory(10, 1000);
    for (let ms = 0; ms <= untilMs; ms += 10) if (ms <= 100 || ms >= 500) history.add(ms, { n: ms / 10 });
    return history;
  };

  test.each([
    ['ends with the gap', 500, 200, 0, 0],
    ['begins in the gap', 550, 200, 5, 50],
    ['begins after it', 800, 200, 20, 200],
    ['has all of it', 600, 550, 55, 150],
    ['is longer than all', 600, 900, 60, 200],
  ])('a window that %s knows what it can', (_, untilMs, windowMs, increase, knownMs) => {
    const history = start(untilMs);
    expect([history.increase('n', windowMs), history.knownMs(windowMs)]).toEqual([increase, knownMs]);
  });

  test('what came in the gap is first seen at its end', () => {
    expect(start(550).firstSeen('n', 60)).toBe(45);
    expect(start(600).firstSeen('n', 60)).toBe(6);
  });
});
