import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { elementsOf, isArray } from './elements.ts';

const split = (text: string, most = 100) =>
  elementsOf(Buffer.from(text), most)?.map((element) => element.toString()) ?? null;

test('the elements of any array are what a parser finds in it', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { maxLength: 20 }), fc.constantFrom(0, 2), (values, indent) => {
      const text = ` ${JSON.stringify(values, null, indent)}\n`;
      expect(isArray(Buffer.from(text))).toBe(true);
      expect(split(text)?.map((element) => JSON.parse(element) as unknown)).toEqual(JSON.parse(text));
    }),
  );
});

test('what a parser takes for no array is none, or one of its elements is no JSON', () => {
  const piece = fc.constantFrom('[', ']', '{', '}', ',', '"', '\\', '1', ' ', ':', '"a"');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = `[${pieces.join('')}`;
      const parses = (json: string) => {
        try {
          JSON.parse(json);
          return true;
        } catch {
          return false;
        }
      };
      expect(split(text)?.every(parses) ?? false).toBe(parses(text));
    }),
    { numRuns: 2000 },
  );
});

test('of too many elements one more than the most is found', () => {
  expect(split('[1,2,3,4,5]', 3)).toEqual(['1', '2', '3', '4']);
});
