import { z } from 'zod';
import { wholeNumber } from './whole-number.ts';

/** The most postings on a page of a reconciliation, and the default. */
export const MOST_VERSIONS = 5000;
export const DEFAULT_PAGE_VERSIONS = 2000;
/** The most postings that one request can have published again. */
export const MOST_REPUBLISHED = 1000;

const postingId = z.string().min(1).max(1000);
const version = z.int().positive();
const count = z.int().nonnegative();
const duplicate = z.boolean().optional();

/**
 * A posting as ingestion stores it; `pending`: its latest version is not in the log yet; `expiredAt`: its text is gone
 * since then, and it counts like a live one; `duplicate`: another posting of its job counts where jobs are counted, of
 * a live or expired one; a replica of the release before says nothing of it, and then nothing is compared.
 */
export const postingVersion = z.object({
  ...{ postingId, version, retracted: z.boolean(), pending: z.boolean() },
  expiredAt: z.iso.datetime().optional(),
  duplicate,
});
export type PostingVersion = z.infer<typeof postingVersion>;

/** The query for a page of postings, in the order of their ids. */
export const versionsQuery = z.strictObject({
  after: postingId.optional().describe('The page starts after this id; by default at the first posting'),
  limit: wholeNumber(1, MOST_VERSIONS).optional().describe('The maximum page size; 2,000 by default'),
});
export type VersionsQuery = z.infer<typeof versionsQuery>;

/** The most postings that one query of a reconciliation can name: they are part of the URL. */
export const MOST_NAMED = 100;

/**
 * The query for a page of a reconciliation, or for some postings by their ids, mostly those that were undecided
 * before.
 */
export const reconciliationQuery = versionsQuery
  .extend({
    id: z
      .preprocess(
        (given) => (typeof given === 'string' ? [given] : given),
        z.array(postingId).max(MOST_NAMED),
      )
      .optional()
      .describe('Only these postings, at most 100; excludes `after` and `limit`; may be repeated'),
  })
  .refine(({ id, after, limit }) => id === undefined || (after === undefined && limit === undefined), {
    path: ['id'],
    message: 'asks for some postings, after and limit for a page: one of both',
  });
export type ReconciliationQuery = z.infer<typeof reconciliationQuery>;

/** A job of which not exactly one posting counts where jobs are counted, but so many. */
export const jobDifference = z.object({ job: z.string(), primaries: count });
export type JobDifference = z.infer<typeof jobDifference>;

/** Jobs of several postings: how many were checked, and those that are not as they should be, the first thousand. */
export const jobsChecked = z.object({ checked: count, differences: z.array(jobDifference) });
export type JobsChecked = z.infer<typeof jobsChecked>;

/**
 * `GET /v1/versions` of ingestion: a page in the order of the ids; `next` is the id after which the next page begins,
 * null on the last. `jobs`, absent from a release that does not check them: those named after postings of the page.
 */
export const versionsPage = z.object({
  rows: z.array(postingVersion),
  next: z.string().nullable(),
  jobs: jobsChecked.optional(),
});
export type VersionsPage = z.infer<typeof versionsPage>;

const postingIds = (most: number) => z.array(postingId).min(1).max(most);

/** `POST /v1/versions` of ingestion: some postings by their ids; unknown ones are left out of the response. */
export const versionsRequest = z.strictObject({ postingIds: postingIds(2 * MOST_VERSIONS) });
export type VersionsRequest = z.infer<typeof versionsRequest>;

const rows = z.array(postingVersion).max(2 * MOST_VERSIONS);

/**
 * `POST /v1/versions/compare` of analytics: what ingestion has of all postings after one id and up to another (null:
 * from the first, to the last), or of some by their ids.
 */
export const comparisonRequest = z.union([
  z.strictObject({ rows, after: postingId.nullable(), upTo: postingId.nullable() }),
  z.strictObject({ rows, postingIds: postingIds(2 * MOST_VERSIONS) }),
]);
export type ComparisonRequest = z.infer<typeof comparisonRequest>;

const state = z.object({ version, retracted: z.boolean(), duplicate }).nullable();

/**
 * A posting on which ingestion and analytics differ. `missing`: analytics does not count it; `behind`: it counts an
 * older version, or one that was retracted, or takes for a duplicate what counts as the job, or the reverse;
 * `too-much`: it counts a newer version, or a posting that ingestion does not have. `accepted` is the version at
 * ingestion, `counted` the one at analytics, null where there is none; both say `duplicate` where ingestion does.
 * `expiredAt`: ingestion has no text of it any more, so publishing cannot repair it.
 */
export const versionDifference = z.object({
  kind: z.enum(['missing', 'behind', 'too-much']),
  postingId: z.string(),
  accepted: state,
  counted: state,
  expiredAt: z.iso.datetime().optional(),
});
export type VersionDifference = z.infer<typeof versionDifference>;

/**
 * How many postings were compared, and how many do not differ and yet are not counted at their latest version: in
 * flight, dead letters, or retracted ones that analytics has already deleted. `expired`: of all, those without text.
 */
export const versionCounts = z.object({
  postings: count,
  pending: count,
  deadLettered: count,
  retractedWithoutFact: count,
  expired: count.optional(),
});
export type VersionCounts = z.infer<typeof versionCounts>;

/** The differences that analytics found; `upTo` is the last id it compared, null where that was the last of all. */
export const versionsCompared = z.object({
  counts: versionCounts,
  differences: z.array(versionDifference),
  upTo: z.string().nullable(),
});
export type VersionsCompared = z.infer<typeof versionsCompared>;

/**
 * `GET /v1/reconciliation`: a page of postings, compared. With `settled` nothing was in flight, and the differences
 * are final; without it consumers lag, and what differs may still arrive. A posting that changes meanwhile is no
 * difference once each side has what the other had on the first reading. `next` is the id after which the next page
 * begins. `jobs`, absent from a release that does not check them: those named after postings of the page, of which
 * exactly one posting is to count; its differences are final.
 */
export const reconciliationPage = z.object({
  counts: versionCounts,
  differences: z.array(versionDifference),
  settled: z.boolean(),
  next: z.string().nullable(),
  jobs: jobsChecked.optional(),
});
export type ReconciliationPage = z.infer<typeof reconciliationPage>;

/** `POST /v1/republish`: publishes these postings again, each at its current version. */
export const republishRequest = z.strictObject({ postingIds: postingIds(MOST_REPUBLISHED) });
export type RepublishRequest = z.infer<typeof republishRequest>;

/**
 * How many are now waiting to be published, and the ids that are unknown; `expired`: those that cannot be published
 * again, since their text is gone.
 */
export const republishResult = z.object({
  pending: count,
  unknown: z.array(z.string()),
  expired: z.array(z.string()).optional(),
});
export type RepublishResult = z.infer<typeof republishResult>;
