import type { AnalyticsLine, IngestionLine, LaggingLine, Ledger, LedgerRow } from '@skillstream/contracts';

/** Analytics files records under this name that cannot be decoded; ingestion never accepted them as such. */
export const UNKNOWN_SOURCE = 'unknown';

type Row = Omit<LedgerRow, 'inFlight'>;
const withInFlight = (row: Row): LedgerRow => ({
  ...row,
  inFlight: row.accepted - row.pending - row.counted - row.deadLettered,
});

/**
 * Adds up the services' lines: accepted = pending + in flight + counted + dead-lettered, per source.
 * While postings move, a changed one may be counted at its old version and pending at its new one, so that
 * `inFlight` may be below 0; `balanced` therefore says something only when nothing moves: every row is exact
 * then, and both ends know the same versions.
 */
export const sumLedger = (
  ingestion: IngestionLine,
  tagging: LaggingLine,
  analytics: AnalyticsLine,
): Ledger => {
  const sources = [...new Set([...Object.keys(ingestion.sources), ...Object.keys(analytics.sources)])].sort();
  const rows = sources.map((source) => {
    const taken = ingestion.sources[source];
    const known = analytics.sources[source];
    const deadLettered = known?.deadLettered ?? 0;
    return withInFlight({
      source,
      accepted: taken?.accepted ?? (source === UNKNOWN_SOURCE ? deadLettered : 0),
      pending: taken?.pending ?? 0,
      counted: known?.counted ?? 0,
      deadLettered,
    });
  });
  const sum = (field: keyof Omit<Row, 'source'>) => rows.reduce((total, row) => total + row[field], 0);
  const total = withInFlight({
    source: 'total',
    accepted: sum('accepted'),
    pending: sum('pending'),
    counted: sum('counted'),
    deadLettered: sum('deadLettered'),
  });
  const idle = total.pending === 0 && tagging.lag === 0 && analytics.lag === 0;
  const sameVersions = sources
    .filter((source) => source !== UNKNOWN_SOURCE)
    .every((s) => (ingestion.sources[s]?.versions ?? 0) === (analytics.sources[s]?.versions ?? 0));
  return { rows, total, idle, balanced: idle && sameVersions && rows.every((row) => row.inFlight === 0) };
};
