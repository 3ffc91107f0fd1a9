import { expect, test } from '@jest/globals';
import { groupWarning } from './group-warning.ts';

const groups = (a: number, b: number) =>
  [
    { name: 'Backend', population: a },
    { name: 'Frontend', population: b },
  ] as const;

test.each([
  [200, 300, null],
  [200, 19, 'Only 19 postings: so few say little of the market.'],
  [200, 0, 'B (Frontend) has no postings, so there is no difference.'],
  [
    ...[1, 0],
    'B (Frontend) has no postings, so there is no difference. Only 1 posting: so few say little of the market.',
  ],
  [0, 300, 'A (Backend) has no postings, so there is no difference.'],
] as const)('two groups of %s and %s postings say %s', (a, b, text) =>
  expect(groupWarning(...groups(a, b), false)).toBe(text),
);

test('one group beside itself says so', () => {
  expect(groupWarning(...groups(200, 200), true)).toBe('A and B are the same group.');
  expect(groupWarning(...groups(2, 2), true)).toBe(
    'A and B are the same group. Only 2 postings: so few say little of the market.',
  );
});
