import { expect, test } from '@jest/globals';
import type { Erasure } from '@skillstream/contracts';
import { resultsText } from './everywhere-text.ts';

test('where every source failed nothing is said to be gone', () => {
  const text = resultsText([
    { source: 'boats', reason: 'ingestion is not available' },
    { source: 'mills', reason: 'ingestion is not available' },
  ]);
  expect(text).toContain('failed: ingestion is not available');
  expect(text).toContain('0 postings and 0 dead letters of 0 sources erased');
  expect(text).not.toContain('gone');
});

test('what is gone is said where something was erased', () => {
  const of = (erased: number, letters: number) =>
    resultsText([{ source: 'boats', found: { erased, letters, unmigrated: 0 } as Erasure }]);
  expect(of(0, 0)).not.toContain('gone');
  expect(of(1, 0)).toContain('their text is gone');
  expect(of(0, 1)).toContain('their text is gone');
});
