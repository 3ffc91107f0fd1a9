import { expect, test } from '@jest/globals';
import { commonFilter, usualSides } from './sides.ts';

const search = { role: 'data', country: 'DE', from: '2024-01', to: '2024-06', top: 10 } as const;

test('both sides have every filter but the one that they differ in', () => {
  expect(commonFilter('role', search)).toEqual({ country: 'DE', from: '2024-01', to: '2024-06' });
  expect(commonFilter('period', search)).toEqual({ role: 'data', country: 'DE' });
});

test('by period the halves of all months are compared, and nothing while there are not two months', () => {
  const months = ['2024-01', '2024-02', '2024-03'];
  expect(usualSides('period', { countries: [], months })).toEqual({
    a: '2024-01..2024-01',
    b: '2024-02..2024-03',
  });
  expect(usualSides('period', { countries: [], months: ['2024-01'] })).toBeNull();
});

test('by country the first two are compared, and nothing while there are not two', () => {
  expect(usualSides('country', { countries: ['US', 'GB', 'DE'], months: [] })).toEqual({ a: 'US', b: 'GB' });
  expect(usualSides('country', { countries: ['US'], months: [] })).toBeNull();
});
