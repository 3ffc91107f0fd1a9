import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { snapshotCost } from './snapshot-cost.ts';

const MB = 1e6;

describe('a heap snapshot', () => {
  test.each([
    ['fits', 40 * MB, 1000 * MB, null],
    [
      'needs more memory than is left',
      40 * MB,
      400 * MB,
      'A snapshot may need 540 MB, and 400 MB are left: the process could be killed for it; give it more memory',
    ],
    [
      'is of a heap that takes too long',
      600 * MB,
      64_000 * MB,
      'A heap of 600 MB is above 512 MB: the process would stand still too long',
    ],
  ])('that %s', (_what, heapUsedBytes, availableBytes, refusal) => {
    expect(snapshotCost(heapUsedBytes, availableBytes).refusal).toBe(refusal);
  });

  test('costs more time and memory the larger the heap is, and is never taken where it would not fit', () => {
    const bytes = fc.integer({ min: 0, max: 4e9 });
    fc.assert(
      fc.property(bytes, bytes, bytes, (one, other, availableBytes) => {
        const [small, large] = [Math.min(one, other), Math.max(one, other)].map((heap) =>
          snapshotCost(heap, availableBytes),
        );
        expect(small!.pauseMs).toBeLessThanOrEqual(large!.pauseMs);
        expect(small!.needBytes).toBeLessThanOrEqual(large!.needBytes);
        if (large!.needBytes > availableBytes) expect(large!.refusal).not.toBeNull();
      }),
    );
  });
});
