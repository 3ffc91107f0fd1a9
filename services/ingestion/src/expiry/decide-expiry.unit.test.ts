import { expect, test } from '@jest/globals';
import { decideExpiry, type DuePosting, type ExpiryDecision } from './decide-expiry.ts';

const since = new Date('2026-06-01T00:00:00.000Z');
const [before, after] = [new Date('2026-05-31T23:59:59.999Z'), since];
const at = (offset: number | null, published = after) => ({ partition: 0, offset, at: published });
const due: DuePosting = { pendingVersion: null, retracted: false, published: at(6) };
const upTo: Record<number, number | null> = { 0: 7, 1: null };

test.each<[string, ExpiryDecision, Partial<DuePosting>]>([
  ['that tagging has read', 'expire', {}],
  ['that tagging reads next', 'wait', { published: at(7) }],
  [
    'in a partition of which nobody says how far tagging is',
    'wait',
    { published: { ...at(0), partition: 1 } },
  ],
  ['that waits to be published', 'wait', { pendingVersion: 3 }],
  ['that an earlier release published, which stored no place', 'publish', { published: null }],
  ['whose partition is not known', 'publish', { published: { ...at(6), partition: null } }],
  ['whose offset the broker did not say', 'publish', { published: at(null) }],
  [
    'that was tagged before retention was on, perhaps with its words',
    'publish',
    { published: at(6, before) },
  ],
  ['that was retracted', 'nothing', { retracted: true }],
  ['that has expired', 'nothing', { expiredAt: after }],
])('a posting %s: %s', (_, decision, change) => {
  const known = { since, taggedUpTo: (partition: number) => upTo[partition] ?? null };
  expect(decideExpiry({ ...due, ...change }, known)).toBe(decision);
});
