import { expect, test } from '@jest/globals';
import { evidenceIn, linesOf, missingIn } from './evidence.ts';

const assigned = (partitions: number[]) => ({ msg: 'partitions assigned', groupId: 'tagging', partitions });

test('a retry, a fence, a redelivery and a rebalance are each known by their log line', () => {
  const ingestion = [{ event: 'fenced' }];
  const tagging = [assigned([0, 1]), { event: 'batch.dropped' }, { event: 'reading.moved' }, assigned([0])];
  expect(evidenceIn([ingestion, tagging])).toEqual({ retries: 1, fences: 1, redeliveries: 2, rebalances: 1 });
});

test('what did not happen is named; the same partitions again are no rebalance', () => {
  const evidence = evidenceIn([[assigned([0, 1]), assigned([0, 1])], [assigned([2])]]);
  expect(missingIn(evidence)).toEqual(['retries', 'fences', 'redeliveries', 'rebalances']);
});

test('a line that a killed process left unfinished is passed over', () => {
  expect(linesOf('{"msg":"a"}\n{"msg":"b\n{"msg":"c"}{"msg":"d"}\nplain\n')).toEqual([{ msg: 'a' }]);
});
