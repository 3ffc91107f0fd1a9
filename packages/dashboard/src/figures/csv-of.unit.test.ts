import { expect, test } from '@jest/globals';
import { csvOf } from './csv-of.ts';

test('records are lines under the names of all their fields, with every digit', () => {
  expect(
    csvOf([
      { skill: 'go', share: 0.123456789 },
      { skill: 'c#', share: null, low: 0 },
    ]),
  ).toBe('skill,share,low\r\ngo,0.123456789,\r\nc#,,0\r\n');
});

test.each([
  ['a "quoted", text', '"a ""quoted"", text"'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', "'=1+1"],
  ['@x', "'@x"],
  ['-x', "'-x"],
])('%j is no formula and no other cell', (cell, written) =>
  expect(csvOf([{ a: cell }])).toBe(`a\r\n${written}\r\n`),
);

test('a negative number stays a number', () => expect(csvOf([{ a: -0.5 }])).toBe('a\r\n-0.5\r\n'));
