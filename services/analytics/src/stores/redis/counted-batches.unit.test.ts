import { expect, test } from '@jest/globals';
import { batchWith } from './counted-batches.ts';

const batches = ['-1 4 100 a', null, '4 9 200 b', '20 29 400 c:1'];

test.each([
  ['the first record', 0, 100, 'a'],
  ['the last of a batch', 4, 100, 'a'],
  ['the first of the next', 5, 200, 'b'],
  ['one that a release without memory counted in between', 15, null, null],
  ['one that is not counted yet', 30, null, null],
  ['one after a gap', 21, 400, 'c:1'],
  ['one whose offset is not known', null, null, null],
])('the write that counted an offset is found: %s', (_, offset, countedMs, countedBy) => {
  expect(batchWith(batches, offset)).toEqual({ countedMs, countedBy });
});

test('of two writes that counted it, before and after the views were set back, the later one holds', () => {
  expect(batchWith([...batches, '2 6 300 d'], 3)).toEqual({ countedMs: 300, countedBy: 'd' });
});
