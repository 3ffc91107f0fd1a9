import { z } from 'zod';

const count = z.int().nonnegative();

/** Ingestion's line: postings that it accepted, those whose latest version is not yet published, and the sum of versions. */
export const ingestionLine = z.object({
  sources: z.record(z.string(), z.object({ accepted: count, pending: count, versions: count })),
});
export type IngestionLine = z.infer<typeof ingestionLine>;

/** A consumer's line: records of its topic that it has not taken yet. */
export const laggingLine = z.object({ lag: count });
export type LaggingLine = z.infer<typeof laggingLine>;

/** Analytics' line: postings counted or dead-lettered, each at its latest version known here, and the sum of versions. */
export const analyticsLine = laggingLine.extend({
  sources: z.record(z.string(), z.object({ counted: count, deadLettered: count, versions: count })),
});
export type AnalyticsLine = z.infer<typeof analyticsLine>;

export const ledgerRow = z.object({
  source: z.string(),
  accepted: count,
  pending: count,
  inFlight: z.int(),
  counted: count,
  deadLettered: count,
});
export type LedgerRow = z.infer<typeof ledgerRow>;

/** accepted = pending + in flight + counted + dead-lettered; `idle` says that nothing moves, `balanced` that nothing is missing. */
export const ledger = z.object({
  rows: z.array(ledgerRow),
  total: ledgerRow,
  idle: z.boolean(),
  balanced: z.boolean(),
});
export type Ledger = z.infer<typeof ledger>;
