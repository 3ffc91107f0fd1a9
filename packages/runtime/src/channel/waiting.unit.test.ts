import { expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { replicaSnapshot } from '@skillstream/contracts';
import { createReadiness } from '../readiness.ts';
import { createWaiting } from './waiting.ts';

test('what a replica waits for is what its readiness said last', async () => {
  const readiness = createReadiness({
    mongo: () => true,
    kafka: () => Promise.reject(new Error('x'.repeat(1000))),
    topics: () => false,
  });
  const waiting = createWaiting(readiness);
  expect(waiting.last()).toBeUndefined();
  waiting.start();
  try {
    await until('it has looked', () => waiting.last());
    expect(waiting.last()).toEqual([{ name: 'kafka', reason: 'x'.repeat(500) }, { name: 'topics' }]);
    expect(replicaSnapshot.shape.waitsFor.parse(waiting.last())).toEqual(waiting.last());
  } finally {
    await waiting.stop();
  }
});

const draining = createReadiness({ mongo: () => false });
draining.drain();
test.each([
  ['shuts down', draining],
  ['is ready', createReadiness({ mongo: () => true })],
])('a replica that %s waits for nothing, which is not the same as unknown', async (_state, readiness) => {
  const waiting = createWaiting(readiness);
  waiting.start();
  try {
    await until('it has looked', () => waiting.last());
    expect(waiting.last()).toEqual([]);
  } finally {
    await waiting.stop();
  }
});
