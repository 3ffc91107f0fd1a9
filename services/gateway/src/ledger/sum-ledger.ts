import {
  TOTAL_SOURCE,
  UNDECODABLE_SOURCE,
  type AnalyticsRow,
  type IngestionRow,
  type LaggingLine,
  type Ledger,
  type LedgerRow,
} from '@skillstream/contracts';

type Row = Required<Omit<LedgerRow, 'expired'>> & Pick<LedgerRow, 'expired'>;
type Taken = IngestionRow['sources'][string] | undefined;
type Known = AnalyticsRow['sources'][string] | undefined;

// A source may be called "constructor", a property that every object has.
const entryOf = <L>(sources: Record<string, L>, source: string): L | undefined =>
  Object.hasOwn(sources, source) ? sources[source] : undefined;

// What is not accounted for is in flight while anything moves. When nothing does, it is missing.
const rest = (row: Omit<Row, 'inFlight' | 'missing'>, idle: boolean): Row => {
  const left = row.accepted - row.pending - row.counted - row.deadLettered - row.retracted;
  const missing = idle ? Math.max(0, left) : 0;
  return { ...row, inFlight: left - missing, missing };
};

const rowOf = (source: string, taken: Taken, known: Known, idle: boolean): Row => {
  const { counted = 0, deadLettered = 0, deadRetractions = 0 } = known ?? {};
  // Records that cannot be decoded were never accepted as such.
  const accepted = taken?.accepted ?? (source === UNDECODABLE_SOURCE ? deadLettered : 0);
  // The dead letter of a retraction: its posting still counts in every view.
  const retracted = Math.max(0, (taken?.retracted ?? 0) - deadRetractions);
  const expired = taken?.expired && { expired: taken.expired };
  const pending = taken?.pending ?? 0;
  return rest({ source, accepted, pending, counted, deadLettered, retracted, ...expired }, idle);
};

// A service of the previous release does not report retracted postings apart: what is missing is unknown then.
const tellApart = (taken: Taken, known: Known): boolean =>
  (!taken || taken.retracted !== undefined) && (!known || known.deadRetractions !== undefined);

/**
 * Adds up the services' rows: accepted = pending + in flight + counted + dead-lettered + retracted + missing, per
 * source. While postings move, a changed one may be counted at its old version and pending at its new one, so
 * `inFlight` may be negative; `missing` and `balanced` are therefore meaningful only when nothing moves: every row is
 * exact then, and both ends know the same versions.
 */
export const sumLedger = (
  ingestion: IngestionRow,
  tagging: LaggingLine,
  analytics: AnalyticsRow,
): Ledger & { total: Row } => {
  const sources = [...new Set([...Object.keys(ingestion.sources), ...Object.keys(analytics.sources)])].sort();
  const lines = sources.map(
    (source) => [source, entryOf(ingestion.sources, source), entryOf(analytics.sources, source)] as const,
  );
  const pending = lines.reduce((sum, [, taken]) => sum + (taken?.pending ?? 0), 0);
  const idle = pending === 0 && tagging.lag === 0 && analytics.lag === 0;
  const exact = idle && lines.every(([, taken, known]) => tellApart(taken, known));
  const rows = lines.map(([source, taken, known]) => rowOf(source, taken, known, exact));
  const sum = (field: keyof Omit<Row, 'source'>) => rows.reduce((total, row) => total + (row[field] ?? 0), 0);
  const total: Row = {
    source: TOTAL_SOURCE,
    accepted: sum('accepted'),
    pending,
    inFlight: sum('inFlight'),
    counted: sum('counted'),
    deadLettered: sum('deadLettered'),
    retracted: sum('retracted'),
    missing: sum('missing'),
    ...(sum('expired') > 0 && { expired: sum('expired') }),
  };
  const decoded = lines.filter(([source]) => source !== UNDECODABLE_SOURCE);
  const versions = {
    accepted: decoded.reduce((sum, [, taken]) => sum + (taken?.versions ?? 0), 0),
    counted: decoded.reduce((sum, [, , known]) => sum + (known?.versions ?? 0), 0),
  };
  const sameVersions = decoded.every(([, taken, known]) => (taken?.versions ?? 0) === (known?.versions ?? 0));
  const nothingLeft = rows.every(({ inFlight, missing }) => inFlight === 0 && missing === 0);
  const linking = ingestion.linking && { linking: ingestion.linking };
  return { rows, total, idle, balanced: idle && sameVersions && nothingLeft, versions, ...linking };
};

/** The ledger when something turns out to move after all: nothing is claimed. */
export const moving = (ledger: Ledger): Ledger => {
  const onItsWay = (row: LedgerRow): LedgerRow => ({
    ...row,
    inFlight: row.inFlight + (row.missing ?? 0),
    missing: 0,
  });
  const { rows, total } = ledger;
  return { ...ledger, rows: rows.map(onItsWay), total: onItsWay(total), idle: false, balanced: false };
};
