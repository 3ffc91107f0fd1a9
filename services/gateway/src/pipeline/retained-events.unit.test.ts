import { expect, test } from '@jest/globals';
import { createRetainedEvents } from './retained-events.ts';

const NOW = 1_750_000_000_000;
const eventAt = (ms: number, id = `r-${ms}`) => ({
  ...({ type: 'breaker.closed', upstream: 'tagging', id, service: 'gateway', replica: 'r' } as const),
  at: new Date(ms).toISOString(),
});

test('events are retained for five minutes, oldest first, each once whichever way it came', () => {
  const clock = { ms: NOW };
  const retained = createRetainedEvents(() => clock.ms);
  expect([NOW, NOW - 1000, NOW].map((ms) => retained.add(eventAt(ms)))).toEqual([true, true, false]);
  expect(retained.all().map(({ id }) => id)).toEqual([`r-${NOW - 1000}`, `r-${NOW}`]);
  clock.ms += 300_001;
  expect(retained.all()).toEqual([]);
  expect(retained.add(eventAt(NOW))).toBe(false);
});

test('of more events than the bound the newest are retained', () => {
  const retained = createRetainedEvents(() => NOW, 3);
  for (let n = 0; n < 10; n += 1) retained.add(eventAt(NOW - 100 + n));
  expect(retained.all().map(({ id }) => id)).toEqual([7, 8, 9].map((n) => `r-${NOW - 100 + n}`));
});
