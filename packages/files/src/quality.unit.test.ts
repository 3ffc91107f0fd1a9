import { expect, test } from '@jest/globals';
import { readFile } from './testing.ts';

test('counts both ends of a pay of which nobody knows what they are paid for', async () => {
  const { quality } = await readFile(
    'id,text,salary from,salary to,currency,pay period\n1,a,4500,5200,EUR,\n2,a,4500,5200,EUR,month\n3,a,45000,52000,EUR,\n',
  );
  expect([...quality().unread]).toEqual([
    ['salary from', { cells: 1, first: { line: 2, value: '4500' } }],
    ['salary to', { cells: 1, first: { line: 2, value: '5200' } }],
  ]);
});

test('names the first place of each column whose cells are not understood, and its value where that is digits', async () => {
  const table = await readFile('id,text,pay,remote\n1,a,€60k,yes\n2,a,60-70k,ask Jane Doe\n3,a,good,maybe\n');
  expect([...table.quality().unread]).toEqual([
    ['remote', { cells: 2, first: { line: 3 } }],
    ['pay', { cells: 2, first: { line: 3, value: '60-70k' } }],
  ]);
  const array = await readFile('[{"id":1,"text":"a"},{"id":2,"text":"a","pay":"4500"}]');
  expect(array.quality().unread.get('pay')).toEqual({
    cells: 1,
    first: { line: 1, index: 1, value: '4500' },
  });
});

test('counts nothing of a row that is refused, like one of totals below the others', async () => {
  const { quality } = await readFile('id,title,text,date,pay\n1,Mate,a,2025-10-21,€60k\nTotal,81,,,4711\n');
  expect(quality()).toEqual({
    ...{ postings: 1, withoutDate: 0, withoutPlace: 1, repeated: 0 },
    ...{ unread: new Map(), ids: new Map([['id', 1]]) },
  });
});

test('counts a level that nobody knows, and none that says that any will do', async () => {
  const { quality } = await readFile('id,text,level\n1,a,IC6\n2,a,Entry\n3,a,Not Applicable\n');
  expect([...quality().unread]).toEqual([['level', { cells: 1, first: { line: 2 } }]]);
});
