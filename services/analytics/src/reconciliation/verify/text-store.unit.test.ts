import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createTextStore } from './text-store.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 50 }),
  // Some that fill chunks to their end, and some that are larger than one.
  fc
    .tuple(fc.integer({ min: 0, max: 2_200_000 }), fc.constantFrom('a', 'ü', '😀'))
    .map(([n, unit]) => unit.repeat(n / unit.length)),
);

test('each text is read back by its handle, whatever its characters and its length', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
      const store = createTextStore();
      const places = texts.map(store.put);
      expect(new Set(places).size).toBe(texts.length);
      expect(places.every((place, i) => store.get(place) === texts[i])).toBe(true);
    }),
    { numRuns: 50 },
  );
});
