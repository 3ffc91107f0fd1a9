import { expect, test } from '@jest/globals';
import type { PipelineState } from '@skillstream/contracts';
import { countingText, linkingText } from './counting-text.ts';

type Ledger = NonNullable<PipelineState['ledger']>;

const ledgerOf = (
  accepted: number,
  pending: number,
  inFlight: number,
  rest: Partial<Ledger> = {},
): Ledger => ({
  total: { source: '(total)', accepted, pending, inFlight, counted: 0, deadLettered: 0 },
  ...{ idle: pending === 0 && inFlight === 0, balanced: false, ...rest },
});

test.each([
  ['a load that has begun', ledgerOf(900, 100, 500), '600 of 900 postings accepted so far'],
  ['one posting of few', ledgerOf(1, 0, 1), '1 of 1 posting accepted so far'],
])('%s is said to be counted still', (_what, ledger, text) => expect(countingText(ledger)).toContain(text));

test.each([
  ['nothing accepted', ledgerOf(0, 0, 0)],
  ['all counted', ledgerOf(900, 0, 0)],
  ['a little of much, as in a stream', ledgerOf(10_000, 20, 30)],
  ['an old row', ledgerOf(900, 0, 400, { away: [{ part: 'analytics', reason: 'x', ageSeconds: 9 }] })],
  ['more counted than was accepted when it was read', ledgerOf(900, 0, -5)],
])('of %s nothing is said', (_what, ledger) => expect(countingText(ledger)).toBeNull());

test.each([
  [{ linking: { waiting: 104 } }, '104 postings are still to be compared: the number of jobs is not final.'],
  [{ linking: { waiting: 1 } }, '1 posting is still to be compared: the number of jobs is not final.'],
  [
    { linking: { waiting: 10_000 } },
    '10,000 postings or more are still to be compared: the number of jobs is not final.',
  ],
  [{ linking: { waiting: 0 } }, null],
  [{}, null],
])('of %j the jobs are called final only where no posting waits to be linked', (ledger, text) =>
  expect(linkingText(ledger)).toBe(text),
);
