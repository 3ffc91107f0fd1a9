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

test('a replica that shuts down waits for nothing', async () => {
  const readiness = createReadiness({ mongo: () => false });
  const waiting = createWaiting(readiness);
  readiness.drain();
  waiting.start();
  try {
    await until('it has looked', () => waiting.last());
    expect(waiting.last()).toEqual([]);
  } finally {
    await waiting.stop();
  }
});

test('a replica that is ready waits for nothing, which is not the same as unknown', async () => {
  const waiting = createWaiting(createReadiness({ mongo: () => true }));
  waiting.start();
  try {
    await until('it has looked', () => waiting.last());
    expect(waiting.last()).toEqual([]);
  } finally {
    await waiting.stop();
  }
});
