import { expect, test } from '@jest/globals';
import { expiryLimit, isRetentionOn, monthsBefore } from './retention.ts';

test.each([
  ['2026-11-30T10:00:00.000Z', 1, '2026-10-30T10:00:00.000Z'],
  ['2026-05-31T10:00:00.000Z', 1, '2026-04-30T10:00:00.000Z'],
  ['2024-03-31T00:00:00.000Z', 1, '2024-02-29T00:00:00.000Z'],
  ['2026-01-15T23:59:59.999Z', 1, '2025-12-15T23:59:59.999Z'],
  ['2024-02-29T00:00:00.000Z', 12, '2023-02-28T00:00:00.000Z'],
  ['2026-11-30T10:00:00.000Z', 1200, '1926-11-30T10:00:00.000Z'],
])('%s less %i months is %s', (now, months, before) => {
  expect(monthsBefore(new Date(now), months).toISOString()).toBe(before);
});

const now = new Date('2026-11-30T00:00:00.000Z');
const retention = { months: 12, bySource: { greenhouse: 6, sample: 0 } };
test.each([
  ['a source without a limit of its own', 'lever', '2025-11-30'],
  ['one with its own', 'greenhouse', '2026-05-30'],
  ['one whose text is kept for good', 'sample', null],
  ['one that is called like a property of every object', 'constructor', '2025-11-30'],
])('the limit of %s', (_, source, day) => {
  expect(expiryLimit(retention, source, now)?.toISOString().slice(0, 10) ?? null).toBe(day);
});

test.each([
  [{ months: 0, bySource: {} }, false],
  [{ months: 0, bySource: { sample: 0 } }, false],
  [{ months: 0, bySource: { greenhouse: 1 } }, true],
  [{ months: 1, bySource: {} }, true],
])('retention %j is on: %s', (given, on) => {
  expect(isRetentionOn(given)).toBe(on);
});
