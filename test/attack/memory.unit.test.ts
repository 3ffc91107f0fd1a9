import { expect, test } from '@jest/globals';
import { serviceNames } from '../../packages/cli/src/platform/service-specs.ts';
import { checkMemory, heapOptions, memoryLimit, peakBytes } from './memory.ts';

const MEBIBYTE = 2 ** 20;

test.each(serviceNames)('the chart of %s says how much memory its pod may have', (name) => {
  expect(memoryLimit(name)).toBeGreaterThan(100 * MEBIBYTE);
});

test('more than that is a finding; as much is none, nor is what is not known', () => {
  const limit = 512 * MEBIBYTE;
  expect(checkMemory('tagging', limit + MEBIBYTE, limit)).toEqual([
    { kind: 'memory', about: 'tagging', detail: '513 MiB of the 512 that its chart allows', numbers: [] },
  ]);
  expect(checkMemory('tagging', limit, limit)).toEqual([]);
  expect(checkMemory('tagging', null, limit)).toEqual([]);
});

test('Node is given the heap that it takes in such a pod', () => {
  const inPod = '--max-old-space-size=256 --max-semi-space-size=1';
  for (const limit of [384, 512]) expect(heapOptions(limit * MEBIBYTE)).toBe(inPod);
});

test('the peak of a process is what it has now at least; of one that is not there nothing is known', () => {
  expect(peakBytes(process.pid)).toBeGreaterThan(process.memoryUsage.rss() / 2);
  expect(peakBytes(2 ** 30)).toBeNull();
});
