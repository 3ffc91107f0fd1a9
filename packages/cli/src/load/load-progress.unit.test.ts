import { describe, expect, test } from '@jest/globals';
import type { Ledger } from '@skillstream/contracts';
import { countedOfLoad, createLoadProgress } from './load-progress.ts';

describe('loading', () => {
  const shareOf = ({ done, total }: { done: number; total: number }) => (total > 0 ? done / total : null);

  test('a file that was read at once is done when its postings are answered, and not before', () => {
    const progress = createLoadProgress(() => ({ done: 64, total: 64 }));
    for (let i = 0; i < 4; i += 1) progress.read(10);
    expect(shareOf(progress.now())).toBe(0);
    progress.answered(10);
    expect(shareOf(progress.now())).toBe(0.25);
    for (let i = 0; i < 3; i += 1) progress.answered(10);
    expect(shareOf(progress.now())).toBe(1);
  });

  test('the total of a compressed file is estimated from what was read of it', () => {
    const progress = createLoadProgress(() => ({ done: 100, total: 400 }));
    progress.read(1000);
    progress.answered(800);
    expect(shareOf(progress.now())).toBeCloseTo(0.2);
  });

  test.each([
    ['standard input', 50, 0],
    ['a file of which nothing was read', 0, 100],
  ])('of %s no share is claimed', (_, done, total) => {
    const progress = createLoadProgress(() => ({ done, total }));
    progress.read(10);
    progress.answered(10);
    expect(shareOf(progress.now())).toBeNull();
  });
});

describe('counting', () => {
  const row = { source: 'total', accepted: 0, pending: 0, inFlight: 0, counted: 0, deadLettered: 0 };
  const at = (accepted: number, counted: number): Ledger => ({
    ...{ rows: [], total: row, idle: false, balanced: false },
    versions: { accepted, counted },
  });

  test.each<[string, Ledger | null, Ledger, number | null]>([
    ['begins at 0, whatever was counted before', at(2400, 2400), at(2500, 2400), 0],
    ['counts what came since', at(2400, 2400), at(2500, 2430), 30],
    ['ends with the last of this load', at(2400, 2400), at(2500, 2500), 100],
    ['does not believe a sum from before the end of the load', at(2400, 2400), at(2410, 2410), 10],
    ['what was on its way before comes first', at(2400, 2300), at(2500, 2390), 0],
    ['and is not counted as ours', at(2400, 2300), at(2500, 2450), 50],
    ['what others send meanwhile makes it less, not more', at(2400, 2400), at(2600, 2550), 50],
    ['nor below 0', at(2400, 2400), at(9000, 2400), 0],
    ['a retraction by somebody else makes no posting counted', at(2400, 2400), at(2499, 2399), 0],
    ['unknown where nobody said what was before', null, at(2500, 2500), null],
    [
      'unknown where a gateway of the release before answers',
      at(1, 1),
      { ...at(2, 2), versions: undefined },
      null,
    ],
  ])('the share of 100 postings %s', (_, before, now, expected) => {
    expect(countedOfLoad(before, now, 100)).toBe(expected);
  });
});
