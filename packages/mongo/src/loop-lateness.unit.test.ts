import { expect, test } from '@jest/globals';
import { createLoopLateness, LATENESS_TICK_MS } from './loop-lateness.ts';

const setUp = () => {
  let nowMs = 0;
  const lateness = createLoopLateness(() => nowMs);
  const pass = (ms: number) => (nowMs += ms);
  const tickFor = (ms: number) => {
    for (let left = ms; left > 0; left -= LATENESS_TICK_MS) {
      pass(LATENESS_TICK_MS);
      lateness.tick();
    }
  };
  return { ...lateness, pass, tickFor };
};

test('a loop that turns is not late, and one that was held up is, also before its timer comes to it', () => {
  const { pass, tickFor, tick, latelyMs } = setUp();
  tickFor(10_000);
  expect(latelyMs()).toBe(0);
  pass(3000 + LATENESS_TICK_MS);
  expect(latelyMs()).toBe(3000);
  tick();
  expect(latelyMs()).toBe(3000);
});

test('it is forgotten after some seconds on time', () => {
  const { pass, tickFor, latelyMs } = setUp();
  pass(2000 + LATENESS_TICK_MS);
  tickFor(4000);
  expect(latelyMs()).toBeGreaterThanOrEqual(2000);
  tickFor(2000);
  expect(latelyMs()).toBe(0);
});
