import { expect, test } from '@jest/globals';
import { scan } from './scan.ts';

const marks = { delimiter: ',', quote: '"', escape: '"', newline: '\n' };

test.each([
  ['a,b\n1,2\n', [2, 2], null],
  ['a,b\n\n1,2,3\n4', [2, 3, 1], null],
  ['"a,b",c\r\n"d\n""e""",f\r\n', [2, 2], null],
  ['5" boat,b\n', [2], null],
  ['a,"b\n1,2\n', [], { line: 0, cell: 1 }],
  ['a,b\n1,"b\n"2,c\n', [2, 3], { line: 1, cell: 1 }],
  ['', [], null],
])('of %j the cells are counted, and an unclosed quote is found', (text, cells, unclosed) => {
  const found = scan(text, marks, true);
  expect(found.unclosed).toEqual(unclosed);
  if (!unclosed) expect(found.cells).toEqual(cells);
});

test('a last record without a line end counts where the text is whole', () => {
  expect([scan('a,b\n1,2', marks, true).cells, scan('a,b\n1,2', marks, false).cells]).toEqual([[2, 2], [2]]);
});

test('a backslash before a quote keeps it open where that is how quotes are written', () => {
  const text = '"a \\" b",c\n';
  expect(scan(text, { ...marks, escape: '\\' }, true)).toEqual({ cells: [2], unclosed: null });
});
