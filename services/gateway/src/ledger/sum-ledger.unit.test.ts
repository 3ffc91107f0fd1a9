import { describe, expect, test } from '@jest/globals';
import { ledger, sourceName, TOTAL_SOURCE, UNDECODABLE_SOURCE } from '@skillstream/contracts';
import fc from 'fast-check';
import { moving, sumLedger } from './sum-ledger.ts';

const still = { lag: 0 };
const taken = (line: object = {}) => ({
  sources: { hn: { accepted: 2, pending: 0, versions: 2, retracted: 0, ...line } },
});
const known = (line: object = {}, lag = 0) => ({
  lag,
  sources: { hn: { counted: 2, deadLettered: 0, versions: 2, deadRetractions: 0, ...line } },
});

describe('sumLedger', () => {
  test('is balanced when nothing moves and every accepted posting is counted, dead-lettered or retracted', () => {
    const found = sumLedger(
      taken({ accepted: 7, versions: 7, retracted: 2 }),
      still,
      known({ counted: 4, deadLettered: 1, versions: 7 }),
    );
    const row = {
      accepted: 7,
      pending: 0,
      inFlight: 0,
      counted: 4,
      deadLettered: 1,
      retracted: 2,
      missing: 0,
    };
    expect(found).toEqual({
      rows: [{ source: 'hn', ...row }],
      total: { source: TOTAL_SOURCE, ...row },
      idle: true,
      balanced: true,
      versions: { accepted: 7, counted: 7 },
    });
  });

  test('is balanced with expired postings, which are counted like live ones, and says how many there are', () => {
    const { rows, total, balanced } = sumLedger(taken({ expired: 1 }), still, known());
    expect(balanced).toBe(true);
    expect([rows[0], total]).toMatchObject([
      { accepted: 2, counted: 2, missing: 0, expired: 1 },
      { accepted: 2, counted: 2, missing: 0, expired: 1 },
    ]);
    expect(sumLedger(taken(), still, known()).total).not.toHaveProperty('expired');
  });

  test('reports what is missing beside a source with the name of a property that every object has', () => {
    const odd = { accepted: 1, pending: 0, versions: 1, retracted: 0 };
    const ingestion = { sources: { ...taken({ accepted: 3, versions: 3 }).sources, constructor: odd } };
    const { total, rows } = sumLedger(ingestion, still, known());
    expect(total).toMatchObject({ accepted: 4, counted: 2, missing: 2 });
    expect(rows.map(({ source }) => source)).toEqual(['constructor', 'hn']);
  });

  test('keeps a source that is named "total" apart from the sum, whose name no source can have', () => {
    const { hn } = taken().sources;
    const found = sumLedger({ sources: { hn, total: hn } }, still, {
      lag: 0,
      sources: { hn: known().sources.hn, total: known().sources.hn },
    });
    const named = [...found.rows, found.total].map(({ source, accepted }) => [source, accepted]);
    expect(Object.fromEntries(named)).toEqual({ hn: 2, total: 2, [TOTAL_SOURCE]: 4 });
    expect(sourceName.safeParse(TOTAL_SOURCE).success).toBe(false);
  });

  test('counts what cannot be decoded as accepted in a row of its own, beside a source that is named "unknown"', () => {
    const dead = { counted: 0, deadLettered: 3, versions: 9, deadRetractions: 0 };
    const { unknown, undecodable } = { unknown: taken().sources.hn, undecodable: UNDECODABLE_SOURCE };
    const found = sumLedger({ sources: { unknown } }, still, {
      lag: 0,
      sources: { unknown: known().sources.hn, [undecodable]: dead },
    });
    expect(found.rows).toMatchObject([
      { source: undecodable, accepted: 3, pending: 0, inFlight: 0, counted: 0, deadLettered: 3 },
      { source: 'unknown', accepted: 2, counted: 2, deadLettered: 0 },
    ]);
    expect(found.balanced).toBe(true);
    expect(sourceName.safeParse(undecodable).success).toBe(false);
  });

  test.each([
    ['a posting is pending', taken({ pending: 1 }), still, known({ counted: 1 }), false, 0],
    ['tagging lags', taken(), { lag: 1 }, known({ counted: 1 }), false, 0],
    ['analytics lags', taken(), still, known({ counted: 1 }, 1), false, 0],
    ['a posting is missing', taken(), still, known({ counted: 1, versions: 1 }), true, 1],
    ['a posting is one too many', taken(), still, known({ counted: 3, versions: 3 }), true, 0],
    ['a version is missing', taken({ versions: 3 }), still, known(), true, 0],
    ['a source is missing', taken(), still, { lag: 0, sources: {} }, true, 2],
    ['a source came from nowhere', { sources: {} }, still, known(), true, 0],
    ['a retracted posting counts', taken({ retracted: 1, versions: 1 }), still, known(), true, 0],
  ])('is not balanced when %s', (_what, ingestion, tagging, analytics, idle, missing) => {
    expect(sumLedger(ingestion, tagging, analytics)).toMatchObject({
      ...{ idle, balanced: false },
      total: { missing },
    });
  });

  test('counts a dead-lettered retraction as a dead letter, and balances', () => {
    const dead = known({ counted: 1, versions: 1, deadLettered: 1, deadRetractions: 1 });
    const { total, balanced } = sumLedger(taken({ versions: 1, retracted: 1 }), still, dead);
    expect(total).toMatchObject({ accepted: 2, counted: 1, deadLettered: 1, retracted: 0, missing: 0 });
    expect(balanced).toBe(true);
  });

  test.each([
    ['ingestion', taken({ retracted: undefined, versions: 5 }), known({ counted: 1 })],
    ['analytics', taken({ accepted: 3 }), known({ deadRetractions: undefined })],
  ])('claims nothing to be missing when %s is of the previous release', (_who, ingestion, analytics) => {
    const { total, balanced } = sumLedger(ingestion, still, analytics);
    expect([total.missing, total.inFlight, balanced]).toEqual([0, 1, false]);
  });

  test('of services of the previous release alone balances as that release did', () => {
    const ingestion = taken({ retracted: undefined });
    expect(sumLedger(ingestion, still, known({ deadRetractions: undefined })).balanced).toBe(true);
  });

  test('loses no posting: every row and the total add up, whatever the services report, and also while postings move', () => {
    const n = fc.nat(1000);
    const source = fc.constantFrom('a', 'b', UNDECODABLE_SOURCE);
    const maybe = fc.option(n, { nil: undefined });
    const lines = fc.record({
      ingestion: fc.record({
        sources: fc.dictionary(source, fc.record({ accepted: n, pending: n, versions: n, retracted: maybe })),
      }),
      analytics: fc.record({
        lag: fc.constantFrom(0, 0, 5),
        sources: fc.dictionary(
          source,
          fc.record({ counted: n, deadLettered: n, versions: n, deadRetractions: maybe }),
        ),
      }),
    });
    fc.assert(
      fc.property(lines, ({ ingestion, analytics }) => {
        const found = sumLedger(ingestion, still, analytics);
        for (const sum of [ledger.parse(found), ledger.parse(moving(found))]) {
          for (const row of [...sum.rows, sum.total]) {
            const apart = row.retracted! + row.missing!;
            expect(row.pending + row.inFlight + row.counted + row.deadLettered + apart).toBe(row.accepted);
          }
          expect(sum.rows.reduce((total, row) => total + row.accepted, 0)).toBe(sum.total.accepted);
          if (!sum.idle) expect(sum.total.missing).toBe(0);
        }
      }),
    );
  });
});
