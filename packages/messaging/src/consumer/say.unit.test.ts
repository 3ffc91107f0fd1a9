import { expect, test } from '@jest/globals';
import type { Narrated } from '@skillstream/contracts';
import { appError } from '@skillstream/errors';
import { silentLog } from '@skillstream/runtime';
import { createSay } from './say.ts';

const setUp = () => {
  const said: Narrated[] = [];
  const say = createSay({
    ...{ narrate: (event) => said.push(event), log: silentLog(), groupId: 'g', topic: 't' },
  });
  const short = () =>
    said.splice(0).map((event) => `${event.type} ${'partition' in event ? event.partition : ''}`);
  return { say, said, short };
};

test('a partition is acquired once and lost once, however often the group is joined', () => {
  const { say, short } = setUp();
  say.assigned([0, 1]);
  for (const partition of [0, 1, 0, 1]) say.acquired(partition, 5);
  say.assigned([1, 2]);
  say.acquired(2, 0);
  say.acquired(1, 9);
  say.assigned(null);
  say.assigned(null);
  expect(short()).toEqual([
    ...['partition.acquired 0', 'partition.acquired 1', 'partition.lost 0'],
    ...['partition.acquired 2', 'partition.lost 1', 'partition.lost 2'],
  ]);
});

test('a partition that was never acquired is not lost', () => {
  const { say, short } = setUp();
  say.assigned([0]);
  say.assigned(null);
  expect(short()).toEqual([]);
});

test('a batch that failed says which records are read again, and who was fenced', () => {
  const { say, said } = setUp();
  say.failed({ partition: 0, failures: 1 }, new Error('secret content'), { from: 3, to: 5 });
  say.failed({ partition: 0, failures: 1 }, Object.assign(new Error(), { type: 'INVALID_PRODUCER_EPOCH' }));
  expect(said).toEqual([
    { type: 'batch.dropped', group: 'g', topic: 't', partition: 0, from: 3, to: 5, reason: 'Error' },
    { type: 'fenced', group: 'g', topic: 't', partition: 0, reason: expect.any(String) },
    { type: 'retried', group: 'g', topic: 't', partition: 0, failures: 1, reason: expect.any(String) },
  ]);
});

test('of a hundred failures in a row seven are said', () => {
  const { say, said } = setUp();
  for (let failures = 1; failures <= 100; failures += 1)
    say.retried({ partition: 0, failures }, appError('unavailable', 'no broker'));
  expect(said.map((event) => 'failures' in event && event.failures)).toEqual([1, 2, 4, 8, 16, 32, 64]);
});
