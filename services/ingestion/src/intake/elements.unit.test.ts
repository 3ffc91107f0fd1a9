import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countElements, elementsIn, isArray } from './elements.ts';

/** The elements, or null for what cannot be an array. */
const split = (text: string) => {
  const bytes = Buffer.from(text);
  const count = countElements(bytes, 100);
  if (count === null || count === 0) return count === null ? null : [];
  const elements = [...elementsIn(bytes)].map((element) => element.toString());
  expect(elements).toHaveLength(count);
  return elements;
};

test('the elements of any array are what a JSON parser finds in it', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { maxLength: 20 }), fc.constantFrom(0, 2), (values, indent) => {
      const text = ` ${JSON.stringify(values, null, indent)}\n`;
      expect(isArray(Buffer.from(text))).toBe(true);
      expect(split(text)?.map((element) => JSON.parse(element) as unknown)).toEqual(JSON.parse(text));
    }),
  );
});

test('what a JSON parser rejects is no array, or one of its elements is invalid JSON', () => {
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

test('of too many elements one more than the limit is counted', () => {
  expect(countElements(Buffer.from('[1,2,3,4,5]'), 3)).toBe(4);
});
