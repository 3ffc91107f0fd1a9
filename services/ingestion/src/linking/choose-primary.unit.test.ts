import { expect, test } from '@jest/globals';
import { choosePrimary, type Member } from './choose-primary.ts';

const member = (id: string, over: Partial<Member> = {}): Member => ({
  ...{ id, state: 'live', datePosted: '2026-05-01', primary: null },
  ...over,
});
const closed = { state: 'closed' } as const;
const expired = { state: 'expired' } as const;

test.each<[string, Member[], string | null]>([
  ['no members', [], null],
  ['the least id of one day', [member('b'), member('a')], 'a'],
  ['the one posted first', [member('a'), member('b', { datePosted: '2026-04-30' })], 'b'],
  ['an open one before a closed one', [member('a', closed), member('b')], 'b'],
  ['a closed one, where none is open', [member('b', closed), member('a', closed)], 'a'],
  ['the one posted first, though another one counts', [member('a'), member('b', { primary: true })], 'a'],
  ['an expired one that counts', [member('a'), member('b', { ...expired, primary: true })], 'b'],
  ['an expired one that was alone', [member('a', { primary: true }), member('b', expired)], 'b'],
  [
    'an open one, where an expired one does not count',
    [member('b', { ...expired, primary: false }), member('c')],
    'c',
  ],
  ['none, where only such are left', [member('b', { ...expired, primary: false })], null],
  [
    'of two expired the one that is named',
    [member('a', expired), member('b', { ...expired, primary: true })],
    'b',
  ],
])('%s', (_, members, chosen) => {
  expect(choosePrimary(members)).toBe(chosen);
  expect(choosePrimary(members.toReversed())).toBe(chosen);
});
