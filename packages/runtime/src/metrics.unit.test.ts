import { expect, test } from '@jest/globals';
import { Gauge } from 'prom-client';
import { expositionFor } from './exposition.ts';
import { createMetrics } from './metrics.ts';

const [PLAIN, OPEN] = [expositionFor('*/*'), expositionFor('application/openmetrics-text')];
const countedWritings = () => {
  const metrics = createMetrics('gateway');
  let writings = 0;
  const collect = () => void (writings += 1);
  new Gauge({ name: 'skillstream_looked_at', help: 'x', registers: [metrics.registry], collect });
  return { metrics, writings: () => writings };
};

test('twenty who ask at once, in either format, cost no more than two', async () => {
  const { metrics, writings } = countedWritings();
  const texts = await Promise.all(Array.from({ length: 20 }, (_, i) => metrics.text(i % 2 ? PLAIN : OPEN)));
  expect(new Set(texts).size).toBeLessThanOrEqual(4);
  expect(writings()).toBeLessThanOrEqual(2);
});

test('whoever asks sees what was measured before', async () => {
  const { metrics } = countedWritings();
  const dead = metrics.counter('dead_letters_total');
  const asked = [];
  for (let n = 1; n <= 3; n += 1) {
    dead.inc();
    asked.push(metrics.text(PLAIN).then((text) => [n, Number(/dead_letters_total\S* (\d+)/.exec(text)![1])]));
    await new Promise(setImmediate);
  }
  for (const [n, seen] of (await Promise.all(asked)) as [number, number][])
    expect(seen).toBeGreaterThanOrEqual(n);
});
