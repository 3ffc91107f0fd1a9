import { z } from 'zod';
import { wholeNumber } from './whole-number.ts';

/** Postings that a page of a reconciliation holds at most, and where nobody says how many. */
export const MOST_VERSIONS = 5000;
export const USUAL_VERSIONS = 2000;
/** Postings that one request has published again at most. */
export const MOST_REPUBLISHED = 1000;

const postingId = z.string().min(1).max(1000);
const version = z.int().positive();
const count = z.int().nonnegative();

/** A posting as ingestion keeps it; `pending`: its latest version is not in the log yet. */
export const postingVersion = z.object({ postingId, version, retracted: z.boolean(), pending: z.boolean() });
export type PostingVersion = z.infer<typeof postingVersion>;

/** How a page of postings, in the order of their ids, is asked for. */
export const versionsQuery = z.strictObject({
  after: postingId.optional().describe('The page begins after this id; left out, at the first posting'),
  limit: wholeNumber(1, MOST_VERSIONS)
    .optional()
    .describe('How many postings the page holds at the most; 2,000 when left out'),
});
export type VersionsQuery = z.infer<typeof versionsQuery>;

/** Postings that one question of a reconciliation names at most: they stand in an address. */
export const MOST_NAMED = 100;

/**
 * How a page of a reconciliation is asked for, or some postings by their ids: again, mostly, where they were
 * undecided.
 */
export const reconciliationQuery = versionsQuery
  .extend({
    id: z
      .preprocess(
        (given) => (typeof given === 'string' ? [given] : given),
        z.array(postingId).max(MOST_NAMED),
      )
      .optional()
      .describe('These postings alone, 100 at the most, without `after` and `limit`; may be repeated'),
  })
  .refine(({ id, after, limit }) => id === undefined || (after === undefined && limit === undefined), {
    path: ['id'],
    message: 'asks for some postings, after and limit for a page: one of both',
  });
export type ReconciliationQuery = z.infer<typeof reconciliationQuery>;

/**
 * `GET /v1/versions` of ingestion: a page in the order of the ids; `next` is what the next begins after, null at the
 * end.
 */
export const versionsPage = z.object({ rows: z.array(postingVersion), next: z.string().nullable() });
export type VersionsPage = z.infer<typeof versionsPage>;

const postingIds = (most: number) => z.array(postingId).min(1).max(most);

/**
 * `POST /v1/versions` of ingestion: some postings by their ids; those that it does not know are left out of the
 * answer.
 */
export const versionsRequest = z.strictObject({ postingIds: postingIds(2 * MOST_VERSIONS) });
export type VersionsRequest = z.infer<typeof versionsRequest>;

const rows = z.array(postingVersion).max(2 * MOST_VERSIONS);

/**
 * `POST /v1/versions/compare` of analytics: what ingestion knows of all postings after one id and up to another (null:
 * from the first, to the last), or of some by their ids.
 */
export const comparisonRequest = z.union([
  z.strictObject({ rows, after: postingId.nullable(), upTo: postingId.nullable() }),
  z.strictObject({ rows, postingIds: postingIds(2 * MOST_VERSIONS) }),
]);
export type ComparisonRequest = z.infer<typeof comparisonRequest>;

const state = z.object({ version, retracted: z.boolean() }).nullable();

/**
 * A posting that ingestion and analytics do not know alike. `missing`: analytics does not count it; `behind`: it
 * counts an older version, or one that was retracted; `too-much`: it counts a newer version, or a posting that
 * ingestion does not know. `accepted` is what ingestion has, `counted` what analytics has, null where it has nothing.
 */
export const versionDifference = z.object({
  kind: z.enum(['missing', 'behind', 'too-much']),
  postingId: z.string(),
  accepted: state,
  counted: state,
});
export type VersionDifference = z.infer<typeof versionDifference>;

/**
 * How many postings were looked at, and what became of those that differ in nothing and yet are not counted at their
 * latest version: on their way, dead letters, or retracted ones of which analytics knows nothing any more.
 */
export const versionCounts = z.object({
  postings: count,
  pending: count,
  deadLettered: count,
  retractedWithoutFact: count,
});
export type VersionCounts = z.infer<typeof versionCounts>;

/** What analytics found; `upTo` is the id up to which it compared, null where that was the last of all. */
export const versionsCompared = z.object({
  counts: versionCounts,
  differences: z.array(versionDifference),
  upTo: z.string().nullable(),
});
export type VersionsCompared = z.infer<typeof versionsCompared>;

/**
 * `GET /v1/reconciliation`: a page of postings, compared. With `settled` its differences stand still while nothing is
 * on its way; without, consumers lag, and what differs may yet come. A posting that moves is no difference once
 * each side has what the other had at the first look. `next` is what the next page begins after.
 */
export const reconciliationPage = z.object({
  counts: versionCounts,
  differences: z.array(versionDifference),
  settled: z.boolean(),
  next: z.string().nullable(),
});
export type ReconciliationPage = z.infer<typeof reconciliationPage>;

/** `POST /v1/republish`: has these postings published again, each at the version that it has. */
export const republishRequest = z.strictObject({ postingIds: postingIds(MOST_REPUBLISHED) });
export type RepublishRequest = z.infer<typeof republishRequest>;

/** How many wait to be published now, and the ids of those that nobody ever sent. */
export const republishResult = z.object({ pending: count, unknown: z.array(z.string()) });
export type RepublishResult = z.infer<typeof republishResult>;
