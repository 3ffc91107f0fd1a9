import { expect, test } from '@jest/globals';
import { lastMonths, periodChosen, periodOptions } from './last-months.ts';

const months = ['2024-09', '2024-10', '2024-11', '2024-12', '2025-01', '2025-02', '2025-03'];

test('the last months are those that postings are of, and are found again in the address', () => {
  expect(lastMonths('3', months)).toEqual({ from: '2025-01', to: '2025-03' });
  expect(lastMonths('all', months)).toEqual({ from: undefined, to: undefined });
  for (const value of ['all', '3', '6']) expect(periodChosen(lastMonths(value, months), months)).toBe(value);
  expect(periodChosen({ from: '2024-10' }, months)).toBe('own');
});

test('no more months are offered than there are', () => {
  const values = (of: string[]) => periodOptions({}, of).map(({ value }) => value);
  expect([values(months), values([])]).toEqual([['all', '3', '6'], ['all']]);
  expect(periodOptions({ from: '2024-10' }, months).at(-1)?.value).toBe('own');
});
