import { z } from 'zod';
import { unavailableService } from './status-api.ts';

const count = z.int().nonnegative();

/**
 * The row of records that cannot be decoded and whose source is unknown: no name that a source can have. Releases
 * before 0.2.0 called it `unknown`.
 */
export const UNDECODABLE_SOURCE = '(undecodable)';
/** The name of the row of totals: no name that a source can have. Releases before 0.2.0 called it `total`. */
export const TOTAL_SOURCE = '(total)';

/** Postings that wait to be linked with others of their job, counted up to 10,000; absent where none does. */
export const linkingState = z.object({ waiting: count });

/**
 * Ingestion's row: postings that it accepted, those whose latest version is not yet published, and the sum of the
 * versions of those that are not retracted. `retracted`, since 0.2.0: those accepted whose retraction is published.
 * `expired`, present where there are any: those of the accepted whose text is gone; they count like live ones.
 */
export const ingestionRow = z.object({
  sources: z.record(
    z.string(),
    z.object({
      ...{ accepted: count, pending: count, versions: count },
      ...{ retracted: count.optional(), expired: count.optional() },
    }),
  ),
  linking: linkingState.optional(),
});
export type IngestionRow = z.infer<typeof ingestionRow>;

/** A consumer's row: records of its topic that it has not processed yet. */
export const laggingLine = z.object({ lag: count });
export type LaggingLine = z.infer<typeof laggingLine>;

/** The most dead letters that analytics lists in its row. */
export const MOST_DEAD_NAMED = 1000;

/**
 * Analytics' row: postings counted or dead-lettered, each at the latest version that analytics knows, and the sum of
 * the versions of those that are not retracted. `deadRetractions`, since 0.2.0: those of the dead-lettered whose
 * newest dead letter is a retraction; earlier releases count retracted postings among the others. `dead` lists dead
 * letters of postings that are not in the facts: only ingestion can tell whether such a posting has a newer version.
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
  /** Retracted, and counted nowhere. */
  retracted: count.optional(),
  /** Should be counted and is not, although nothing is in flight: 0 as long as anything moves. */
  missing: count.optional(),
  /** Of the accepted and not retracted: those whose text has expired. They are in the other columns like live ones. */
  expired: count.optional(),
});
export type LedgerRow = z.infer<typeof ledgerRow>;

/**
 * accepted = pending + in flight + counted + dead-lettered + retracted + missing; `idle` is true when nothing moves,
 * `balanced` when nothing is missing then. While an upstream is unavailable its last row is used and `balanced` is
 * false; `away` lists each such upstream with the reason and the age of its row.
 */
export const ledger = z.object({
  rows: z.array(ledgerRow),
  total: ledgerRow,
  idle: z.boolean(),
  balanced: z.boolean(),
  /** The sums of the versions of postings that are not retracted, as ingestion accepted and analytics counted them. */
  versions: z.object({ accepted: count, counted: count }).optional(),
  away: z.array(unavailableService).optional(),
  /** Postings that wait to be linked count already, each as a job of its own: they are no part of the balance. */
  linking: linkingState.optional(),
});
export type Ledger = z.infer<typeof ledger>;
