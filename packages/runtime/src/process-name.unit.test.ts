import { expect, test } from '@jest/globals';
import { processName } from './process-name.ts';

test.each([
  ['ingestion-6d9f-abcde', 1, 'ingestion-6d9f-abcde'],
  ['laptop', 4711, 'laptop:4711'],
  ['', 4711, 'localhost:4711'],
  ['h'.repeat(300), 1, 'h'.repeat(255)],
])('a replica on %s with process %s is called %s', (host, pid, name) => {
  expect(processName(host, pid)).toBe(name);
});
