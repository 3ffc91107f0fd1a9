import { z } from 'zod';
import { isTooShort, LEAST_SOUGHT } from './sought-text.ts';
import { textUpTo } from './text.ts';

const MOST_MATCHING = 200;
/** How many of the postings a preview names. */
export const MOST_EXAMPLES = 3;

/**
 * Which postings of a source are meant: `POST /v1/sources/{name}/erasure`. In the body, as the text may name a person:
 * proxies write the address of a request to their logs.
 */
export const erasureRequest = z.strictObject({
  matching: textUpTo(MOST_MATCHING, LEAST_SOUGHT)
    .refine((text) => !isTooShort(text), `Too small: expected >=${LEAST_SOUGHT} characters beside blanks`)
    .describe(
      'Only postings whose title, employer, description, place, address or id holds this text, in any case; ' +
        `at least ${LEAST_SOUGHT} characters beside blanks and invisible ones`,
    ),
});
/** The same for a preview, `POST /v1/sources/{name}/erasure/preview`: without a text all postings of the source. */
export const erasurePreviewRequest = erasureRequest.partial();

/** No parameters: an erasure of all postings takes none that could be meant to choose some. */
export const erasureQuery = z.strictObject({});

/** Which erasure of a source is meant: `GET /v1/sources/{name}/erasure`. */
export const erasureIdQuery = z.strictObject({
  id: textUpTo(100)
    .optional()
    .describe(
      'The erasure with this id: the one in progress, one that waits for it, or one of the last twenty that have ' +
        'ended; by default the latest one that has begun',
    ),
});

const count = z.int().nonnegative();

/** What an erasure does at present: it erases postings, waits until all readers have passed them, erases letters. */
export const erasurePhases = ['postings', 'readers', 'letters'] as const;

/**
 * The erasure of a source: `DELETE /v1/sources/{name}/postings` or `POST /v1/sources/{name}/erasure` starts one,
 * `GET /v1/sources/{name}/erasure` returns its progress. It holds nothing of the text that postings were chosen by,
 * which may name a person.
 */
export const erasure = z.object({
  id: z.string(),
  source: z.string(),
  state: z.enum(['running', 'ended']),
  phase: z.enum(erasurePhases),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  /** Whether a text chooses the postings. */
  matching: z.boolean(),
  /** Postings of the source when it started, retracted ones included. */
  total: count,
  /** Postings looked at so far. */
  done: count,
  /** Postings retracted so far, and their text removed. */
  erased: count,
  /** Dead letters removed. */
  letters: count,
  /** Of these, letters in a topic of an earlier release, whose text goes with `skillstream dlq migrate`. */
  unmigrated: count,
  /** Failures in a row; it is tried again after a pause, for ever. */
  failures: count,
  /** Why it failed last; null when it did not. */
  reason: z.string().nullable(),
  /** Whether it was asked for again, so that another one follows. */
  again: z.boolean(),
  /** The id of that one. */
  next: z.string().optional(),
});
export type Erasure = z.infer<typeof erasure>;

/** What an erasure would erase: `POST /v1/sources/{name}/erasure/preview`. */
export const erasurePreview = z.object({
  source: z.string(),
  /** Live postings that would be erased, of those that were looked at. */
  postings: count,
  /** Whether all postings of the source were looked at; if not, there may be more. */
  complete: z.boolean(),
  /** Ids of some of them. */
  examples: z.array(z.string()).max(MOST_EXAMPLES),
});
export type ErasurePreview = z.infer<typeof erasurePreview>;
