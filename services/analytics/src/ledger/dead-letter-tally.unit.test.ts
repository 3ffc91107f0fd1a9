import { expect, test } from '@jest/globals';
import { createDeadLetterTally } from './dead-letter-tally.ts';

const of = (postingId: string, version: number) => ({ postingId, source: 'test', version, retracted: false });

test('of each posting the newest dead letter counts, in whatever order they come', () => {
  const tally = createDeadLetterTally();
  tally.add({ identity: 't/0/1', posting: of('a', 2) });
  tally.add({ identity: 't/0/0', posting: of('a', 1) });
  tally.add({ identity: 't/1/0', posting: of('b', 1) });
  tally.add({ identity: 't/1/4', posting: of('b', 5) });
  expect(tally.postings()).toEqual([of('a', 2), of('b', 5)]);
  expect([tally.diedAt('a'), tally.diedAt('b'), tally.diedAt('c')]).toEqual([2, 5, null]);
  expect(tally.unknown()).toBe(0);
});

test('a record that nobody can name counts once, however often it is put away', () => {
  const tally = createDeadLetterTally();
  for (const identity of ['t/0/1', 't/0/1', 't/0/2', 'u/0/1']) tally.add({ identity, posting: null });
  expect(tally.unknown()).toBe(3);
  expect(tally.postings()).toEqual([]);
});
