import { expect, test } from '@jest/globals';
import { createBacklog } from './backlog.ts';

test('the backlog is what the relay holds, what is hinted and what was stored without a hint', () => {
  const backlog = createBacklog(100);
  backlog.heard({ queue: 10, sweptAtMs: 0 });
  backlog.hinted(20);
  backlog.missed(30, 5);
  expect(backlog.size()).toBe(60);
});

test('a sweep settles what was stored before it began, and no more', () => {
  const backlog = createBacklog(100);
  backlog.missed(1, 10);
  backlog.missed(2, 20);
  backlog.heard({ queue: 0, sweptAtMs: 15 });
  expect(backlog.size()).toBe(2);
});

test('above the limit nothing is admitted, and the caller learns when to come again', () => {
  const backlog = createBacklog(100);
  backlog.hinted(100);
  expect(() => backlog.admit()).not.toThrow();
  backlog.hinted(101);
  expect(() => backlog.admit()).toThrow(
    expect.objectContaining({ code: 'overloaded', context: { retryAfterSeconds: 2 } }),
  );
});
