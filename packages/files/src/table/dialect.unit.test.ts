import { expect, test } from '@jest/globals';
import { dialectOf } from './dialect.ts';

const plain = { quote: '"', escape: '"', newline: '\n', skipLines: 0 };

test.each([
  ['commas', 'a,b,c\n1,2,3\n', { ...plain, delimiter: ',' }],
  ['semicolons, with commas in numbers', 'a;b\n"1,5";2,5\n3,1;4\n', { ...plain, delimiter: ';' }],
  [
    'semicolons, with a comma in a name',
    'Titel;Gehalt, EUR;Ort\na;1;b\nc;2;d\n',
    { ...plain, delimiter: ';' },
  ],
  ['tabs, with commas in texts', 'a\tb\nx, y\tz\nx, y, z\tz\n', { ...plain, delimiter: '\t' }],
  ['bars', 'a|b\n1|2\n', { ...plain, delimiter: '|' }],
  ['the hint of Excel', 'sep=;\r\na,x;b\r\n1;2\r\n', { ...plain, delimiter: ';', skipLines: 1 }],
  ['old line ends', 'a,b\r1,2\r', { ...plain, delimiter: ',', newline: '\r' }],
  ['single quotes', "'a','b'\n'1,5','2'\n", { ...plain, delimiter: ',', quote: "'", escape: "'" }],
  ['backslashes before quotes', 'a,b\n"say \\"no\\"",2\n', { ...plain, delimiter: ',', escape: '\\' }],
  ['one line without an end', 'a,b', { ...plain, delimiter: ',' }],
])('a table with %s is seen as one', (_what, text, dialect) => {
  expect(dialectOf(text, true)).toEqual(dialect);
});

test('what has one column is no table', () => {
  expect(dialectOf('title\nSailor\n', true)).toBeNull();
});

test('what is given is not looked for, whatever a part of a table looks like', () => {
  const marks = { delimiter: ',', quote: '"', escape: '"' };
  const part = 'id;no,text\n1,"say \\\\"\n';
  expect(dialectOf(part, true)).not.toMatchObject(marks);
  expect(dialectOf(part, true, marks)).toEqual({ ...plain, delimiter: ',' });
  const old = 'a,b\r1,"x\ny"\r';
  expect(dialectOf(old, true, { ...marks })).toMatchObject({ newline: '\r' });
  expect(dialectOf('a,b\n1,"x\n', true, { delimiter: ',', quote: '' })).toMatchObject({
    quote: '',
    escape: '',
  });
  expect(dialectOf('one\n1\n', true, { delimiter: ',' })).toMatchObject({ delimiter: ',' });
});
