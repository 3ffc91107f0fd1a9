import { z } from 'zod';
import { awayPart } from './status-api.ts';

const count = z.int().nonnegative();

/**
 * The row of records that cannot be decoded and do not say whose they are: no name that a source can have. Releases
 * before 0.2.0 called it `unknown`.
 */
export const UNDECODABLE_SOURCE = '(undecodable)';
/** What the sum of all rows is called: no name that a source can have. Releases before 0.2.0 called it `total`. */
export const TOTAL_SOURCE = '(total)';

/**
 * Ingestion's line: postings that it accepted, those whose latest version is not yet published, and the sum of the
 * versions of those that are not retracted. `retracted`, since 0.2.0: those accepted whose retraction is published.
 */
export const ingestionRow = z.object({
  sources: z.record(
    z.string(),
    z.object({ accepted: count, pending: count, versions: count, retracted: count.optional() }),
  ),
});
export type IngestionRow = z.infer<typeof ingestionRow>;

/** A consumer's line: records of its topic that it has not taken yet. */
export const laggingLine = z.object({ lag: count });
export type LaggingLine = z.infer<typeof laggingLine>;

/** Dead letters that analytics names in its line at the most. */
export const MOST_DEAD_NAMED = 1000;

/**
 * Analytics' line: postings counted or dead-lettered, each at its latest version known here, and the sum of the
 * versions of those that are not retracted. `deadRetractions`, since 0.2.0: those of the dead-lettered whose newest
 * dead letter is a retraction; releases before count retracted postings among the others. `dead` names dead letters of
 * postings that the facts do not hold: whether such a posting has a newer version only ingestion can tell.
 */
export const analyticsRow = laggingLine.extend({
  sources: z.record(
    z.string(),
    z.object({ counted: count, deadLettered: count, versions: count, deadRetractions: count.optional() }),
  ),
  dead: z
    .array(
      z.object({
        postingId: z.string(),
        source: z.string(),
        version: z.int().positive(),
        retracted: z.boolean(),
      }),
    )
    .max(MOST_DEAD_NAMED)
    .optional(),
});
export type AnalyticsRow = z.infer<typeof analyticsRow>;

export const ledgerRow = z.object({
  source: z.string(),
  accepted: count,
  pending: count,
  inFlight: z.int(),
  counted: count,
  deadLettered: count,
  /** Taken back, and counted nowhere. */
  retracted: count.optional(),
  /** Should be counted and is not, while nothing is on its way: 0 as long as anything moves. */
  missing: count.optional(),
});
export type LedgerRow = z.infer<typeof ledgerRow>;

/**
 * accepted = pending + in flight + counted + dead-lettered + retracted + missing; `idle` says that nothing moves,
 * `balanced` that nothing is missing then. While a part is away its last line is taken, nothing is claimed, and `away`
 * says of each such part why it is silent and how old its line is.
 */
export const ledger = z.object({
  rows: z.array(ledgerRow),
  total: ledgerRow,
  idle: z.boolean(),
  balanced: z.boolean(),
  /** The sums of the versions of living postings, as ingestion has accepted them and analytics has counted them. */
  versions: z.object({ accepted: count, counted: count }).optional(),
  away: z.array(awayPart).optional(),
});
export type Ledger = z.infer<typeof ledger>;
