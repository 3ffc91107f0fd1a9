import { expect, test } from '@jest/globals';
import type { Narrated } from '@skillstream/contracts';
import { appError } from '@skillstream/errors';
import { silentLog } from '@skillstream/runtime';
import { createPartitionNarrator } from './partition-narrator.ts';

const setUp = () => {
  const narrated: Narrated[] = [];
  const narrator = createPartitionNarrator({
    ...{ narrate: (event) => narrated.push(event), log: silentLog(), groupId: 'g', topic: 't' },
  });
  const short = () =>
    narrated.splice(0).map((event) => `${event.type} ${'partition' in event ? event.partition : ''}`);
  return { narrator, narrated, short };
};

test('a partition is acquired once and lost once, however often the group is joined', () => {
  const { narrator, short } = setUp();
  narrator.assigned([0, 1]);
  for (const partition of [0, 1, 0, 1]) narrator.acquired(partition, 5);
  narrator.assigned([1, 2]);
  narrator.acquired(2, 0);
  narrator.acquired(1, 9);
  narrator.assigned(null);
  narrator.assigned(null);
  expect(short()).toEqual([
    ...['partition.acquired 0', 'partition.acquired 1', 'partition.lost 0'],
    ...['partition.acquired 2', 'partition.lost 1', 'partition.lost 2'],
  ]);
});

test('a partition that was never acquired is not lost', () => {
  const { narrator, short } = setUp();
  narrator.assigned([0]);
  narrator.assigned(null);
  expect(short()).toEqual([]);
});

test('a batch that failed says which records are read again, and who was fenced', () => {
  const { narrator, narrated } = setUp();
  narrator.failed({ partition: 0, failures: 1 }, new Error('secret content'), { from: 3, to: 5 });
  narrator.failed(
    { partition: 0, failures: 1 },
    Object.assign(new Error(), { type: 'INVALID_PRODUCER_EPOCH' }),
  );
  expect(narrated).toEqual([
    { type: 'batch.dropped', group: 'g', topic: 't', partition: 0, from: 3, to: 5, reason: 'Error' },
    { type: 'fenced', group: 'g', topic: 't', partition: 0, reason: expect.any(String) },
    { type: 'retried', group: 'g', topic: 't', partition: 0, failures: 1, reason: expect.any(String) },
  ]);
});

test('of a hundred failures in a row seven are narrated', () => {
  const { narrator, narrated } = setUp();
  for (let failures = 1; failures <= 100; failures += 1)
    narrator.retried({ partition: 0, failures }, appError('unavailable', 'no broker'));
  expect(narrated.map((event) => 'failures' in event && event.failures)).toEqual([1, 2, 4, 8, 16, 32, 64]);
});
