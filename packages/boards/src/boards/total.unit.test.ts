import { expect, test } from '@jest/globals';
import { boards } from '../boards.ts';

const boardOf = (name: string) => boards.find((board) => board.name === name)!;
const page = Array.from({ length: 100 }, (_, id) => ({ id, guid: `g-${id}` }));

test.each([
  ['smartrecruiters', {}, 'no number totalFound'],
  ['smartrecruiters', { totalFound: 'many' }, 'no number totalFound'],
  ['justjoinit', {}, 'no number meta.totalItems'],
  ['justjoinit', { meta: { nextPage: null } }, 'no number meta.totalItems'],
  ['justjoinit', { meta: { totalItems: 100, nextPage: '2' } }, 'no number meta.nextPage'],
])('a page of %s that says %j of how the list goes on is no whole list', (name, rest, fault) => {
  const board = boardOf(name);
  const answer = { content: page, data: page, ...rest };
  expect(() => board.page(answer, new URL(board.list('boats')))).toThrow(fault);
});

test.each([
  ['smartrecruiters', { totalFound: 101 }, 'offset=100', { totalFound: 100 }],
  [
    'justjoinit',
    { meta: { totalItems: 101, nextPage: 2 } },
    'page=2',
    { meta: { totalItems: 100, nextPage: null } },
  ],
])('a page of %s says where the list goes on, and where it ends', (name, first, next, last) => {
  const board = boardOf(name);
  const nextOf = (rest: object) =>
    board.page({ content: page, data: page, ...rest }, new URL(board.list('boats'))).next;
  expect(nextOf(first)).toContain(next);
  expect(nextOf(last)).toBeNull();
});
