import { expect, test } from '@jest/globals';
import { replicaName } from './replica-name.ts';

test.each([
  ['ingestion-6d9f-abcde', 1, 'ingestion-6d9f-abcde'],
  ['laptop', 4711, 'laptop:4711'],
  ['', 4711, 'localhost:4711'],
  ['h'.repeat(300), 1, 'h'.repeat(63)],
])('a replica on %s with process %s is called %s, and some digits of its start', (host, pid, name) => {
  expect(replicaName(host, pid).slice(0, -7)).toBe(name);
  expect(replicaName(host, pid).slice(-7)).toMatch(/^-[0-9a-f]{6}$/);
});

test('the name stays the same as long as the process runs', () => {
  expect(replicaName()).toBe(replicaName());
});
