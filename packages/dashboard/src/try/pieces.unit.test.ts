import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { piecesOf } from './pieces.ts';

const tag = (start: number, end: number) => ({
  skillId: 's',
  label: 'S',
  category: 'c',
  text: 'x',
  start,
  end,
});

test('pieces are skills and what stands between them', () => {
  expect(
    piecesOf('Go and SQL.', [tag(7, 10), tag(0, 2)]).map(({ text, tag: skill }) => [text, skill !== null]),
  ).toEqual([
    ['Go', true],
    [' and ', false],
    ['SQL', true],
    ['.', false],
  ]);
});

test('pieces are the whole text, however the skills overlap', () => {
  const spans = fc.array(fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 5 })));
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), spans, (text, found) => {
      const tags = found.map(([start, length]) => tag(start, start + length));
      expect(
        piecesOf(text, tags)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
