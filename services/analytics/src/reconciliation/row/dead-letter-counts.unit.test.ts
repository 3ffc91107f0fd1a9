import { expect, test } from '@jest/globals';
import { createDeadLetterTally } from './dead-letter-counts.ts';

const of = (postingId: string, version: number) => ({ postingId, source: 'test', version, retracted: false });

test('of each posting the newest dead letter counts, in whatever order they come and wherever they stand', () => {
  const tally = createDeadLetterTally();
  tally.add('dlq/0', [
    { identity: 't/0/1', posting: of('a', 2) },
    { identity: 't/0/0', posting: of('a', 1) },
  ]);
  tally.add('dlq/1', [{ identity: 't/1/0', posting: of('constructor', 1) }]);
  const before = tally.revision();
  expect(tally.postings()).toEqual([of('a', 2), of('constructor', 1)]);
  tally.add('other/0', [{ identity: 't/1/4', posting: of('constructor', 5) }]);
  expect(tally.revision()).not.toBe(before);
  expect(tally.postings()).toEqual([of('a', 2), of('constructor', 5)]);
  expect(['a', 'constructor', 'c'].map(tally.diedAt)).toEqual([2, 5, null]);
  expect(tally.unknown()).toBe(0);
});

test('a record that nobody can name counts once, however often it is put away', () => {
  const tally = createDeadLetterTally();
  for (const identity of ['t/0/1', 't/0/1', 't/0/2', 'u/0/1'])
    tally.add('dlq/0', [{ identity, posting: null }]);
  tally.add('dlq/1', [{ identity: 't/0/1', posting: null }]);
  expect(tally.unknown()).toBe(3);
  expect(tally.postings()).toEqual([]);
});

test('what stood in a partition that was made anew is forgotten, and nothing else', () => {
  const tally = createDeadLetterTally();
  tally.add('dlq/0', [
    { identity: 't/0/1', posting: of('a', 2) },
    { identity: 't/0/2', posting: null },
  ]);
  tally.add('dlq/1', [{ identity: 't/1/1', posting: of('b', 1) }]);
  tally.forget('dlq/0');
  expect([tally.postings(), tally.unknown()]).toEqual([[of('b', 1)], 0]);
});
