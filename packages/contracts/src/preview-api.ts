import { z } from 'zod';
import { dayOrders, fileFields } from './file-fields.ts';
import { canonicalPosting } from './posting.ts';
import { tableQuery } from './table-api.ts';

/** The largest beginning of a file that is looked at, in bytes. */
export const MOST_PREVIEW_BYTES = 1_000_000;

/** How the beginning of a file is to be understood: the parameters of `POST /v1/preview`. */
export const previewQuery = tableQuery.extend({
  part: z
    .enum(['true', 'false'])
    .optional()
    .describe('Of a body that is only the beginning of a file: what its end cuts is left out.'),
});
export type PreviewQuery = z.infer<typeof previewQuery>;

/** What a file is. `delimiter`, `quote`, `escape` and `newline` are those of a table. */
export const previewFormat = z.object({
  kind: z.enum(['table', 'lines', 'array', 'below', 'object', 'xml', 'html']),
  encoding: z.enum(['UTF-8', 'UTF-16 LE', 'UTF-16 BE', 'windows-1252']),
  packed: z.boolean(),
  delimiter: z.string().optional(),
  quote: z.string().optional(),
  escape: z.string().optional(),
  newline: z.string().optional(),
});

/** Of how many of the first postings the skills can be looked for: they come with more of their descriptions. */
export const PREVIEWED_IN_FULL = 5;

/**
 * A posting as it would be stored, with the beginning of its description: 20,000 characters of the first five, whose
 * skills can be looked for so (`POST /v1/tags`), and 1,000 of the others.
 */
export const previewPosting = canonicalPosting
  .omit({ version: true, contentHash: true, receivedAt: true, job: true, primary: true })
  .extend({ line: z.int().positive() });
export type PreviewPosting = z.infer<typeof previewPosting>;

/** What the rows lack that could be read, and what their ids are made of. `cells`: those not understood, by column. */
export const previewQuality = z.object({
  postings: z.int().nonnegative(),
  withoutDate: z.int().nonnegative(),
  withoutPlace: z.int().nonnegative(),
  unread: z.array(z.object({ column: z.string(), cells: z.int().positive() })),
  ids: z.array(z.object({ of: z.enum(['id', 'url', 'content']), rows: z.int().positive() })),
});

/** What a load of a file would do, by its beginning. */
export const previewResult = z.object({
  format: previewFormat.nullable(),
  /** Which column becomes which field; null for those that become none. */
  columns: z.array(z.object({ column: z.string(), field: z.enum(fileFields).nullable() })),
  /** What comes first in dates of numbers; null where nothing shows it. */
  dates: z.enum(dayOrders).nullable(),
  /** Whether a row was refused since its date may be of two days, and nothing shows what comes first. */
  undecided: z.boolean().optional(),
  /** Whether it is NDJSON whose lines can be sent as they are. */
  asIs: z.boolean().optional(),
  /** The line that names the columns of a table. */
  firstLine: z.int().positive(),
  /** How many rows were read, and how many of them could not be taken. */
  rows: z.int().nonnegative(),
  refused: z.int().nonnegative(),
  postings: z.array(previewPosting),
  /** The commonest reasons for which rows could not be taken, with the first line of each. */
  reasons: z
    .array(
      z.object({
        path: z.string(),
        message: z.string(),
        rows: z.int().positive(),
        line: z.int().positive(),
      }),
    )
    .optional(),
  quality: previewQuality.optional(),
  faults: z.array(z.object({ line: z.int().positive(), path: z.string(), message: z.string() })),
  /** Why nothing of the file can be loaded; null where something can. */
  problem: z.string().nullable(),
});
export type PreviewResult = z.infer<typeof previewResult>;
