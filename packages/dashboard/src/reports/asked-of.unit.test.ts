import { expect, test } from '@jest/globals';
import { askedOf, fixedBy } from './asked-of.ts';

const backend = { role: 'backend' } as const;
const year = { from: '2025-01', to: '2025-12' };

test.each([
  [{ role: 'data', country: 'DE' }, backend, { country: 'DE' }],
  [{ role: 'backend' }, backend, {}],
  [{ role: 'data', from: '2025-03' }, undefined, { role: 'data', from: '2025-03' }],
  [{ from: '2025-03', to: '2025-04' }, year, { from: '2025-03', to: '2025-04' }],
  [{ from: '2026-03', country: 'DE' }, year, { country: 'DE' }],
  [{ to: '2024-03' }, year, {}],
] as const)('of %j, a report about %j is asked %j', (filter, population, asked) =>
  expect(askedOf(filter, population)).toEqual(asked),
);

test('what a report has one value of is no choice', () => {
  expect(fixedBy(backend)).toEqual(['role']);
  expect(fixedBy(undefined)).toEqual([]);
});
