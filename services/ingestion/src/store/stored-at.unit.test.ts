import { expect, test } from '@jest/globals';
import { storedAtOf } from './stored-at.ts';

const [first, second] = [new Date('2026-01-01T00:00:00Z'), new Date('2026-02-01T00:00:00Z')];

test.each([
  ['that is open, when it was received', { updatedAt: first }, first],
  ['that was closed, when that was', { updatedAt: first, closedAt: second }, second],
  [
    'that an earlier release retracted once it was closed, then',
    { updatedAt: second, closedAt: first },
    second,
  ],
])('a version was stored, of a posting %s', (_, document, at) => {
  expect(storedAtOf(document)).toEqual(at);
});
