import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  createFactComparison,
  remainingDifferences,
  reportedDifference,
  type CurrentFact,
} from './compare-facts.ts';

const part = { partition: 0, readTo: 10 };
const factsOf = (current: Record<string, number>, retracted: string[] = []): CurrentFact[] =>
  Object.entries(current).map(([postingId, offset]) => ({
    ...{ postingId, partition: 0, offset },
    retracted: retracted.includes(postingId),
  }));

const compare = (log: Record<string, number>, batches: CurrentFact[][]) => {
  const comparison = createFactComparison(part, new Map(Object.entries(log)));
  batches.forEach(comparison.take);
  return comparison.end();
};

test.each<[string, Record<string, number>, Record<string, number>, string[], unknown[], number]>([
  ['equal', { a: 3, b: 4 }, { a: 3, b: 4 }, [], [], 0],
  ['equal, retracted', { a: 3 }, { a: 3 }, ['a'], [], 0],
  ['a fact is missing', { a: 3 }, {}, [], [['a', 3, null]], 0],
  ['a fact is older', { a: 3 }, { a: 2 }, [], [['a', 3, 2]], 0],
  ['a fact is newer within what was read', { a: 3 }, { a: 9 }, [], [['a', 3, 9]], 0],
  ['a fact is newer than what was read', { a: 3 }, { a: 10 }, [], [], 0],
  ['a fact too many', {}, { a: 4 }, [], [['a', null, 4]], 0],
  ['a fact of a posting that came later', {}, { a: 10 }, [], [], 0],
  ['a retraction whose tombstone was cleaned', {}, { a: 4 }, ['a'], [], 1],
  ['a retraction where the log has something newer', { a: 5 }, { a: 4 }, ['a'], [['a', 5, 4]], 0],
])('facts and log, by id and offset: %s', (_, log, facts, retracted, expected, cleaned) => {
  const found = compare(log, [factsOf(facts, retracted)]);
  expect(found.differences.map((one) => [one.postingId, one.expected, one.found])).toEqual(expected);
  expect(found.cleaned).toBe(cleaned);
});

test('a fact that is replaced during the read, and so read twice, counts as it was read last', () => {
  const log = { a: 5, b: 6 };
  expect(compare(log, [factsOf({ a: 2, b: 6 }), factsOf({ a: 5 })]).differences).toEqual([]);
  expect(compare(log, [factsOf({ a: 5, b: 1 }), factsOf({ b: 11 })]).differences).toEqual([]);
});

const some = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.nat(12));
test('a second comparison without a change finds exactly the same differences, in whatever batches the facts come', () => {
  fc.assert(
    fc.property(some, some, fc.nat(5), (log, current, cut) => {
      const facts = factsOf(current, ['c']);
      const { differences } = compare(log, [facts.slice(0, cut), facts.slice(cut)]);
      expect(remainingDifferences(part, differences, facts)).toEqual(differences);
      expect(differences).toHaveLength(compare(log, [facts]).differences.length);
    }),
  );
});

test('a fact that moved to another partition is not compared with this one', () => {
  const { differences } = compare({ a: 3 }, [[]]);
  const elsewhere = [{ ...factsOf({ a: 3 })[0]!, partition: 1 }];
  expect(remainingDifferences(part, differences, elsewhere)).toEqual([
    { postingId: 'a', expected: 3, found: null },
  ]);
});

test('is reported with its partition and offsets', () => {
  expect(reportedDifference(part, { postingId: 'a', expected: 3, found: null })).toEqual({
    ...{ model: 'facts', partition: 0, key: 'a', field: 'offset', expected: '3', found: null },
  });
});
