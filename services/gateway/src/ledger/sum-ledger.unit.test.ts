import { describe, expect, test } from '@jest/globals';
import { ledger } from '@skillstream/contracts';
import fc from 'fast-check';
import { sumLedger } from './sum-ledger.ts';

const still = { lag: 0 };

describe('sumLedger', () => {
  test('is balanced when nothing moves and every accepted posting is counted or dead-lettered', () => {
    const taken = { sources: { hn: { accepted: 5, pending: 0, versions: 7 } } };
    const known = { lag: 0, sources: { hn: { counted: 4, deadLettered: 1, versions: 7 } } };
    const row = { accepted: 5, pending: 0, inFlight: 0, counted: 4, deadLettered: 1 };
    expect(sumLedger(taken, still, known)).toEqual({
      rows: [{ source: 'hn', ...row }],
      total: { source: 'total', ...row },
      idle: true,
      balanced: true,
    });
  });

  test('takes what cannot be decoded as accepted under "unknown" and leaves its versions out', () => {
    const known = { lag: 0, sources: { unknown: { counted: 0, deadLettered: 3, versions: 9 } } };
    const { rows, balanced } = sumLedger({ sources: {} }, still, known);
    expect(rows).toEqual([
      { source: 'unknown', accepted: 3, pending: 0, inFlight: 0, counted: 0, deadLettered: 3 },
    ]);
    expect(balanced).toBe(true);
  });

  const accepted = (pending: number, versions = 2) => ({
    sources: { hn: { accepted: 2, pending, versions } },
  });
  const counted = (count: number, lag = 0, versions = 2) => ({
    lag,
    sources: { hn: { counted: count, deadLettered: 0, versions } },
  });
  test.each([
    ['a posting is pending', accepted(1), still, counted(1), false],
    ['tagging lags', accepted(0), { lag: 1 }, counted(1), false],
    ['analytics lags', accepted(0), still, counted(1, 1), false],
    ['a posting is missing', accepted(0), still, counted(1), true],
    ['a posting is one too many', accepted(0), still, counted(3), true],
    ['a version is missing', accepted(0, 3), still, counted(2), true],
    ['a source is missing', accepted(0), still, { lag: 0, sources: {} }, true],
    ['a source came from nowhere', { sources: {} }, still, counted(2), true],
  ])('is not balanced when %s', (_what, ingestion, tagging, analytics, idle) => {
    expect(sumLedger(ingestion, tagging, analytics)).toMatchObject({ idle, balanced: false });
  });

  test('loses no posting: every row and the total add up, whatever the lines say', () => {
    const n = fc.nat(1000);
    const source = fc.constantFrom('a', 'b', 'unknown');
    const lines = fc.record({
      taken: fc.record({
        sources: fc.dictionary(source, fc.record({ accepted: n, pending: n, versions: n })),
      }),
      known: fc.record({
        lag: n,
        sources: fc.dictionary(source, fc.record({ counted: n, deadLettered: n, versions: n })),
      }),
    });
    fc.assert(
      fc.property(lines, ({ taken, known }) => {
        const sum = ledger.parse(sumLedger(taken, still, known));
        for (const row of [...sum.rows, sum.total])
          expect(row.pending + row.inFlight + row.counted + row.deadLettered).toBe(row.accepted);
        expect(sum.rows.reduce((total, row) => total + row.accepted, 0)).toBe(sum.total.accepted);
      }),
    );
  });
});
