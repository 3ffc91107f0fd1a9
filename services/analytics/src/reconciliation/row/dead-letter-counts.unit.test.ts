import { expect, test } from '@jest/globals';
import { createDeadLetterCounts, unknownDeadLetters } from './dead-letter-counts.ts';
import { MOST_DEAD_NAMED } from '@skillstream/contracts';

const of = (postingId: string, version: number) => ({ postingId, source: 'test', version, retracted: false });

test('the newest dead letter of each posting counts, in whatever order and partition they come', () => {
  const deadLetterCounts = createDeadLetterCounts();
  deadLetterCounts.add('dlq/0', [
    { identity: 't/0/1', posting: of('a', 2) },
    { identity: 't/0/0', posting: of('a', 1) },
  ]);
  deadLetterCounts.add('dlq/1', [{ identity: 't/1/0', posting: of('constructor', 1) }]);
  const before = deadLetterCounts.revision();
  expect(deadLetterCounts.postings()).toEqual([of('a', 2), of('constructor', 1)]);
  deadLetterCounts.add('other/0', [{ identity: 't/1/4', posting: of('constructor', 5) }]);
  expect(deadLetterCounts.revision()).not.toBe(before);
  expect(deadLetterCounts.postings()).toEqual([of('a', 2), of('constructor', 5)]);
  expect(['a', 'constructor', 'c'].map(deadLetterCounts.diedAt)).toEqual([2, 5, null]);
  expect(deadLetterCounts.unknown()).toBe(0);
});

test('a record without a posting counts once, however often it is dead-lettered', () => {
  const deadLetterCounts = createDeadLetterCounts();
  for (const identity of ['t/0/1', 't/0/1', 't/0/2', 'u/0/1'])
    deadLetterCounts.add('dlq/0', [{ identity, posting: null }]);
  deadLetterCounts.add('dlq/1', [{ identity: 't/0/1', posting: null }]);
  expect(deadLetterCounts.unknown()).toBe(3);
  expect(deadLetterCounts.postings()).toEqual([]);
});

test('the contents of a partition that was recreated are forgotten, and nothing else', () => {
  const deadLetterCounts = createDeadLetterCounts();
  deadLetterCounts.add('dlq/0', [
    { identity: 't/0/1', posting: of('a', 2) },
    { identity: 't/0/2', posting: null },
  ]);
  deadLetterCounts.add('dlq/1', [{ identity: 't/1/1', posting: of('b', 1) }]);
  deadLetterCounts.forget('dlq/0');
  expect([deadLetterCounts.postings(), deadLetterCounts.unknown()]).toEqual([[of('b', 1)], 0]);
});

const dead = (postingId: string) => ({ postingId, source: 'test', version: 2, retracted: false });

test('only dead letters of postings that are not in the facts are returned', () => {
  const current = new Map([['a', { version: 1, retracted: false }]]);
  expect(unknownDeadLetters([dead('a'), dead('b')], current)).toEqual([dead('b')]);
});

test("a key that is not a posting's id is left out", () => {
  expect(unknownDeadLetters([dead('x'.repeat(1001)), dead('')], new Map())).toEqual([]);
});

test('the number that is returned is bounded', () => {
  const many = Array.from({ length: 2 * MOST_DEAD_NAMED }, (_, i) => dead(`${i}`));
  expect(unknownDeadLetters(many, new Map())).toHaveLength(MOST_DEAD_NAMED);
});
