import { z } from 'zod';
import { unavailableService } from './status-api.ts';

/** The steps of a posting, in the order in which it takes them; `requeued` and `dead` only where they happened. */
export const journeySteps = [
  'accepted',
  'requeued',
  'published',
  'tagged',
  'counted-in-views',
  'counted-in-facts',
  'dead',
] as const;

const traceId = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .nullable()
  .default(null);
const wholeNumber = z.int().nonnegative();
const replica = z.string().nullable();

/**
 * One step. `reached`: it happened, and the rest says when and where, null where that is not stored any more or was
 * never (records of an earlier release); `waiting`: not yet; `unknown`: who knows it is away, `detail` says why.
 * `waitedMs` counts from the step `after`, 0 at the least: the two times are of two clocks, and where the later step's
 * is behind, `clockBehindMs` says by how much.
 */
export const journeyStep = z.object({
  step: z.enum(journeySteps),
  state: z.enum(['reached', 'waiting', 'unknown']),
  service: z.string(),
  replica,
  version: z.int().nullable().describe('The version that took this step; of a waiting step the one before'),
  at: z.iso.datetime().nullable(),
  topic: z.string().nullable(),
  partition: wholeNumber.nullable(),
  offset: wholeNumber.nullable(),
  after: z.enum(journeySteps).nullable(),
  waitedMs: wholeNumber.nullable(),
  clockBehindMs: wholeNumber.optional(),
  detail: z.string().optional(),
});
export type JourneyStep = z.infer<typeof journeyStep>;

/**
 * `GET /v1/postings/{id}/journey`: how far the latest version of a posting is. `counted`: it is in views and facts;
 * `dead`: it is a dead letter, and takes no further step; `unknown`: who knows it is away.
 */
export const journey = z.object({
  postingId: z.string(),
  source: z.string().nullable(),
  version: z.int().positive(),
  retracted: z.boolean(),
  outcome: z.enum(['waiting', 'counted', 'dead', 'unknown']),
  readAt: z.iso.datetime(),
  traceId: traceId.describe('The trace of the request that made the version; null where it was not recorded'),
  steps: z.array(journeyStep),
  /** Its text is gone since then; it goes on counting. */
  expiredAt: z.iso.datetime().optional(),
  away: z.array(unavailableService).optional(),
});
export type Journey = z.infer<typeof journey>;

const place = { partition: wholeNumber.nullable(), offset: wholeNumber.nullable() };

/** `GET /v1/postings/{id}/trail` of ingestion: what it stores of the latest version's way into the log. */
export const acceptedTrail = z.object({
  postingId: z.string(),
  source: z.string(),
  version: z.int().positive(),
  retracted: z.boolean(),
  pending: z.boolean(),
  at: z.iso.datetime(),
  replica,
  /** When it was marked to be published again: by a backfill or a repair. */
  requeuedAt: z.iso.datetime().nullable(),
  /** Of the request that made the version; null where it was not sampled. An earlier release does not say. */
  traceId,
  published: z.object({ ...place, at: z.iso.datetime().nullable(), replica }).nullable(),
  /** The next offset that tagging reads of that partition; null where it is not known. */
  taggedUpTo: wholeNumber.nullable(),
  /** When its text expired: `published` is where its text was, and not the tombstone that took it away. */
  expiredAt: z.iso.datetime().optional(),
});
export type AcceptedTrail = z.infer<typeof acceptedTrail>;

const received = z.object({ ...place, at: z.iso.datetime().nullable(), replica });

/** What the facts hold of a posting: its version, its record in the log, and what that record's headers say. */
export const factTrail = z.object({
  source: z.string(),
  version: z.int().positive(),
  retracted: z.boolean(),
  partition: wholeNumber,
  offset: wholeNumber,
  acceptedAt: z.iso.datetime().nullable(),
  received: received.nullable(),
  taggedAt: z.iso.datetime().nullable(),
  taggedBy: replica,
  countedAt: z.iso.datetime().nullable(),
  countedBy: replica,
  /** Of the record; null where it was not sampled. */
  traceId,
});
export type FactTrail = z.infer<typeof factTrail>;

/** What the views count of a posting, and up to which offset they have read its partition (-1: nothing). */
export const viewTrail = z.object({
  version: z.int().positive(),
  position: z.int(),
  at: z.iso.datetime().nullable(),
  replica,
});
export type ViewTrail = z.infer<typeof viewTrail>;

/** A posting's newest dead letter: where the record that died is, and why. */
export const letterTrail = z.object({
  version: z.int().positive(),
  topic: z.string(),
  partition: wholeNumber,
  offset: wholeNumber,
  at: z.iso.datetime().nullable(),
  code: z.string().nullable(),
  reason: z.string().nullable(),
});
export type LetterTrail = z.infer<typeof letterTrail>;

/** `GET /v1/postings/{id}/trail` of analytics; a part that its engine does not give now is named, with the reason. */
export const countedTrail = z.object({
  fact: factTrail.nullable(),
  view: viewTrail.nullable(),
  letters: z.array(letterTrail),
  missing: z.array(z.object({ part: z.enum(['views', 'facts', 'dead letters']), reason: z.string() })),
});
export type CountedTrail = z.infer<typeof countedTrail>;
