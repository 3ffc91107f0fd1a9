import { expect, test } from '@jest/globals';
import { MOST_DEAD_NAMED } from '@skillstream/contracts';
import { unknownDeadLetters } from './unknown-dead.ts';

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
