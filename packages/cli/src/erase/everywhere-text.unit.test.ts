import { expect, test } from '@jest/globals';
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
