import { expect, test } from '@jest/globals';
import { compareFacts, type LastEvent } from './compare-facts.ts';

const at = (offset: number, partition = 0): LastEvent => ({ partition, offset });
const readTo = new Map([
  [0, 10],
  [1, 5],
]);

test.each<[string, Record<string, LastEvent>, Record<string, LastEvent>, unknown[]]>([
  ['equal', { a: at(3), b: at(4, 1) }, { a: at(3), b: at(4, 1) }, []],
  ['a fact is missing', { a: at(3) }, {}, [['a', 0, '3', null]]],
  ['a fact is older', { a: at(3) }, { a: at(2) }, [['a', 0, '3', '2']]],
  ['a fact is newer within what was read', { a: at(3) }, { a: at(9) }, [['a', 0, '3', '9']]],
  ['a fact is newer than what was read', { a: at(3) }, { a: at(10) }, []],
  ['a fact too many', {}, { a: at(4, 1) }, [['a', 1, null, '4']]],
  ['a fact of a posting that came later', {}, { a: at(5, 1) }, []],
  ['a fact of a partition that does not exist', {}, { a: at(0, 7) }, []],
])('facts and log, by id and offset: %s', (_, log, facts, expected) => {
  const found = compareFacts(new Map(Object.entries(log)), new Map(Object.entries(facts)), readTo);
  expect(found.map(({ key, partition, expected: e, found: f }) => [key, partition, e, f])).toEqual(expected);
  expect(found.every(({ model, field }) => model === 'facts' && field === 'offset')).toBe(true);
});
