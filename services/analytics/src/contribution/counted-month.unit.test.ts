import { expect, test } from '@jest/globals';
import { countedMonth } from './counted-month.ts';

test.each([
  ['0500-01-01', '2025-03-01T00:00:00Z', null],
  ['1989-12-31', '2025-03-01T00:00:00Z', null],
  ['1990-01-01', '2025-03-01T00:00:00Z', '1990-01'],
  ['2025-03-31', '2025-03-01T00:00:00.000Z', '2025-03'],
  ['2025-04-01', '2025-03-29T23:59:59Z', null],
  ['2025-04-01', '2025-03-30T00:00:00Z', '2025-04'],
  ['9999-12-31', '2025-03-31T00:00:00Z', null],
  ['2026-01-01', '2025-12-31T12:00:00Z', '2026-01'],
  ['9999-12-31', '9999-12-31T23:59:59Z', null],
])('a posting of %s that was received at %s counts in %s', (datePosted, receivedAt, month) => {
  expect(countedMonth(datePosted, receivedAt)).toBe(month);
});
