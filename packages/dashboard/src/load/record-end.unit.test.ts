import { expect, test } from '@jest/globals';
import { recordEnd } from './record-end.ts';

const marks = { delimiter: ',', quote: '"', escape: '"', newline: '\n' };

test.each<[string, string, number, number | null]>([
  ['the first of several', 'a,b\nc,d\n', 0, 4],
  ['the last up to a place', 'a,b\nc,d\ne,f\n', 9, 8],
  ['the first behind it', 'a,bbbbbbbb\nc,d\n', 3, 11],
  ['a line break in quotes', 'a,"b\nc"\nd,e\n', 0, 8],
  ['a doubled quote', 'a,"b""\nc"\nd\n', 0, 10],
  ['a quote within a cell', 'a,5" b\nc"\n', 0, 7],
  ['a blank before a quote', 'a, "b\nc"\nd\n', 0, 9],
  ['none', 'a,"b\nc', 0, null],
])('a record ends behind its line: %s', (_name, text, atLeast, end) => {
  expect(recordEnd(text, marks, atLeast).end).toBe(end);
});

test('a backslash may stand before a quote', () => {
  expect(recordEnd('a,"b\\"\nc"\nd\n', { ...marks, escape: '\\' }, 0).end).toBe(10);
});

test.each<[string, number, number, ReturnType<typeof recordEnd>]>([
  ['a\nb\nc\n', 100, 2, { end: 4, isFull: true }],
  ['a\nb\n', 100, 2, { end: 4, isFull: true }],
  ['a\nb\n', 100, 3, { end: 4, isFull: false }],
  ['a\nb\n', 4, 3, { end: 4, isFull: true }],
  ['"a\nb\n', 1, 1, { end: null, isFull: false }],
])('of %j up to %d characters and %d records', (text, atLeast, most, expected) => {
  expect(recordEnd(text, marks, atLeast, most)).toEqual(expected);
});

test.each<[string, ReturnType<typeof recordEnd>]>([
  ['a\n"b\nc\nd"\n', { end: 2, isFull: true }],
  ['"b\nc\nd\ne"\n', { end: null, isFull: true }],
  ['a\n"b\nc"\n', { end: 8, isFull: false }],
])('of %j and three lines at most', (text, expected) => {
  expect(recordEnd(text, marks, 100, 100, 3)).toEqual(expected);
});

test('without quotes a quote is a letter', () => {
  expect(recordEnd('a,"b\nc\n', { ...marks, quote: '', escape: '' }, 0).end).toBe(5);
});
