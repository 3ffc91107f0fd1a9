import { expect, test } from '@jest/globals';
import { createBacklog } from './backlog.ts';

const measured = async (backlog: ReturnType<typeof createBacklog>, count: number) =>
  backlog.measure(async () => count);

test('the backlog is the last count, and what this replica stored since', async () => {
  const backlog = createBacklog(100);
  backlog.added(7);
  await measured(backlog, 10);
  expect(backlog.size()).toBe(10);
  backlog.added(20);
  expect(backlog.size()).toBe(30);
});

test('what is stored during a count is not lost', async () => {
  const backlog = createBacklog(100);
  backlog.added(1);
  await backlog.measure(async () => {
    backlog.added(2);
    return 1;
  });
  expect(backlog.size()).toBe(3);
});

test('a count that fails leaves the previous one', async () => {
  const backlog = createBacklog(100);
  await measured(backlog, 10);
  backlog.added(5);
  await expect(backlog.measure(() => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(backlog.size()).toBe(15);
});

test('above the limit nothing is admitted, and the caller learns when to retry', async () => {
  const backlog = createBacklog(100);
  await measured(backlog, 100);
  expect(() => backlog.admit()).not.toThrow();
  backlog.added(1);
  expect(() => backlog.admit()).toThrow(
    expect.objectContaining({ code: 'overloaded', context: { retryAfterSeconds: 2 } }),
  );
});
