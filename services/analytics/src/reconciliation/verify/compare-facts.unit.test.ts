import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  createFactComparison,
  remainingDifferences,
  reportedDifference,
  type CurrentFact,
  type LastRecords,
} from './compare-facts.ts';

const part = { partition: 0, readTo: 10 };
const factsOf = (current: Record<string, number>, retracted: string[] = []): CurrentFact[] =>
  Object.entries(current).map(([postingId, offset]) => ({
    ...{ postingId, partition: 0, offset },
    retracted: retracted.includes(postingId),
  }));

const lastOf = (log: Record<string, number>, duplicates: string[] = []): LastRecords => ({
  offsets: new Map(Object.entries(log)),
  duplicates: new Set(duplicates),
});

const compare = (log: Record<string, number>, batches: CurrentFact[][], duplicates: string[] = []) => {
  const comparison = createFactComparison(part, lastOf(log, duplicates));
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
  const told = found.differences.map((one) => ('expected' in one ? Object.values(one) : one));
  expect(told).toEqual(expected.map((one) => expect.arrayContaining(one as unknown[])));
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
      expect(remainingDifferences(part, lastOf(log), differences, facts)).toEqual(differences);
      expect(differences).toHaveLength(compare(log, [facts]).differences.length);
    }),
  );
});

test('a fact that moved to another partition is not compared with this one', () => {
  const { differences } = compare({ a: 3 }, [[]]);
  const elsewhere = [{ ...factsOf({ a: 3 })[0]!, partition: 1 }];
  expect(remainingDifferences(part, lastOf({ a: 3 }), differences, elsewhere)).toEqual([
    { postingId: 'a', expected: 3, found: null },
  ]);
});

test.each<[string, CurrentFact['primary'], string[], boolean | null]>([
  ['a job in both', undefined, [], null],
  ['the primary of several', true, [], null],
  ['a duplicate in both', false, ['a'], null],
  ['a duplicate that the fact takes for a job, as one of an earlier release does', undefined, ['a'], false],
  ['a job that the fact takes for a duplicate', false, [], true],
])('what counts as a job is compared: %s', (_, primary, duplicates, isPrimary) => {
  const [log, facts] = [{ a: 3 }, [{ ...factsOf({ a: 3 })[0]!, primary }]];
  const { differences } = compare(log, [facts], duplicates);
  expect(differences).toEqual(isPrimary === null ? [] : [{ postingId: 'a', isPrimary }]);
  expect(remainingDifferences(part, lastOf(log, duplicates), differences, facts)).toEqual(differences);
  // A newer fact is not of the record that was read: it may count otherwise.
  const newer = facts.map((fact) => ({ ...fact, offset: 10 }));
  expect(remainingDifferences(part, lastOf(log, duplicates), differences, newer)).toEqual([]);
});

test('is reported with its partition and offsets', () => {
  expect(reportedDifference(part, { postingId: 'a', expected: 3, found: null })).toEqual({
    ...{ model: 'facts', partition: 0, key: 'a', field: 'offset', expected: '3', found: null },
  });
  expect(reportedDifference(part, { postingId: 'a', isPrimary: false })).toEqual({
    ...{ model: 'facts', partition: 0, key: 'a', field: 'primary', expected: 'false', found: 'true' },
  });
});
