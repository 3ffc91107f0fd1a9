import { expect, test } from '@jest/globals';
import { MOST_DEAD_NAMED } from '@skillstream/contracts';
import { unheldDead } from './unknown-dead.ts';

const dead = (postingId: string) => ({ postingId, source: 'test', version: 2, retracted: false });

test('only dead letters of postings that the facts do not hold are named', () => {
  const held = new Map([['a', { version: 1, retracted: false }]]);
  expect(unheldDead([dead('a'), dead('b')], held)).toEqual([dead('b')]);
});

test('a key that is no id of a posting is not asked about', () => {
  expect(unheldDead([dead('x'.repeat(1001)), dead('')], new Map())).toEqual([]);
});

test('of very many so many are named and no more', () => {
  const many = Array.from({ length: 2 * MOST_DEAD_NAMED }, (_, i) => dead(`${i}`));
  expect(unheldDead(many, new Map())).toHaveLength(MOST_DEAD_NAMED);
});
