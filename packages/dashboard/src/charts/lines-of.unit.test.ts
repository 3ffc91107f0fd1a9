import { expect, test } from '@jest/globals';
import { linesOf } from './lines-of.ts';

test.each([
  ['share of 15 postings', 20, ['share of 15 postings']],
  ['share of 15 postings', 19, ['share of 15', 'postings']],
  ['share of 15 postings', 3, ['share', 'of', '15', 'postings']],
  ['1\u00a0% of it', 4, ['1\u00a0%', 'of', 'it']],
  ['an interval', 8, ['an', 'interval']],
  ['', 10, []],
])('“%s” in lines of %i letters is %j', (text, width, lines) =>
  expect(linesOf(text, width, ({ length }) => length)).toEqual(lines),
);
