import { expect, test } from '@jest/globals';
import { readFile } from '../testing.ts';

test.each([
  [
    'a first line of more than 64 KiB',
    `${'column,'.repeat(20_000)}last\n1,2\n`,
    'and is longer than 65536 bytes',
  ],
  [
    'more than a thousand columns',
    `${'c,'.repeat(10_000)}d\n`,
    'line 1 names 10001 columns, of 1000 at most',
  ],
  [
    'an unclosed quote in its first line',
    'id,"title\n1,2\n',
    'line 1 has to name the columns, and has a quote on line 1',
  ],
])('a table with %s is refused with the line and the bound', async (_what, content, message) => {
  await expect(readFile(content, {}, 1000)).rejects.toThrow(message);
});

test('a row of ten million empty cells is named, and costs no more than its bound', async () => {
  const content = `id,description\n1,We fold\n${','.repeat(10_000_000)}\n2,We fold\n`;
  const { postings, faults } = await readFile(content, {}, 64 * 1024);
  expect(postings).toMatchObject([{ sourceId: '1' }, { sourceId: '2' }]);
  expect(faults).toEqual([[3, '', 'is longer than 1000000 bytes']]);
});

test('a row with more or fewer cells than the first is its own fault, empty ones behind it are none', async () => {
  const content = 'id,title,description\n1,a\n2,a,b,c\n3,a,b,,\n';
  const { postings, faults } = await readFile(content);
  expect(postings).toMatchObject([{ sourceId: '3' }]);
  expect(faults).toEqual([
    [2, 'description', 'is missing: the row has 2 of 3 columns'],
    [3, '', 'has 4 columns, and the first line names 3'],
  ]);
});

test('rows of empty cells are none, as spreadsheets write them behind the others', async () => {
  const { postings, faults } = await readFile('id;description\n1;a\n;\n ; \n;;;;\n');
  expect([postings, faults]).toMatchObject([[{ sourceId: '1' }], []]);
});

test('columns without a name and those of one name are told apart by their numbers', async () => {
  const { mapping, postings } = await readFile('id,,title,title,description\n1,x,a,b,c\n');
  expect(mapping.leftOut().map(({ column }) => column)).toEqual(['(column 2)', 'title (column 4)']);
  expect(postings).toMatchObject([{ title: 'a' }]);
});

test('the line with the delimiter that Excel writes counts, and is no column', async () => {
  const { postings, faults } = await readFile('sep=;\r\nid;description\r\n1;a\r\n2\r\n');
  expect(postings).toMatchObject([{ sourceId: '1', description: 'a' }]);
  expect(faults.map(([line]) => line)).toEqual([4]);
});

test('a line in it that names the columns again, as of files that were joined, is refused as that', async () => {
  const { postings, faults } = await readFile('id,title,text\n1,Mate,a\n Id,title ,TEXT\n2,title,text\n');
  expect(postings).toMatchObject([{ sourceId: '1' }, { sourceId: '2', title: 'title' }]);
  expect(faults).toEqual([[3, '', 'names the columns again']]);
});
