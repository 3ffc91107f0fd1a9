import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pagesOf } from './page.ts';

async function* give(batches: number[][]) {
  yield* batches;
}

test('pages hold everything, in order; none has too many items, nor too many bytes but for a single one', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.nat(20))),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 30 }),
      async (batches, maxItems, maxBytes) => {
        const pages = [];
        for await (const page of pagesOf(give(batches), { maxItems, maxBytes }, (item) => item))
          pages.push(page);
        expect(pages.flat()).toEqual(batches.flat());
        for (const page of pages) {
          const bytes = page.reduce((sum, item) => sum + item, 0);
          expect(page.length > 0 && page.length <= maxItems).toBe(true);
          expect(page.length === 1 || bytes <= maxBytes).toBe(true);
        }
        // No page is cut without need.
        for (const [i, page] of pages.slice(0, -1).entries())
          expect(
            page.length === maxItems || page.concat(pages[i + 1]![0]!).reduce((a, b) => a + b) > maxBytes,
          ).toBe(true);
      },
    ),
  );
});
