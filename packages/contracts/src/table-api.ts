import { z } from 'zod';
import { dayOrders, fileFields, tableEscapes, tableQuotes } from './file-fields.ts';
import { ingestResult } from './ingest-api.ts';
import { countryCode, sourceName } from './posting.ts';
import { textUpTo } from './text.ts';

// A mark or a tab; a quote, a backslash, a letter or a digit stands for itself.
const delimiter = /^[\t!#-&(-/:-@[\]^_{-~]$/;

/** How a table is to be understood: the parameters of `POST /v1/postings` for one. */
export const tableQuery = z.strictObject({
  map: textUpTo(4000)
    .optional()
    .describe(
      'Of a table: takes fields from these columns, `title=job_title,url=link`, or a JSON object from field to ' +
        'column; `language=` takes one from none. The others are found by the names that people use.',
    ),
  dates: z
    .enum([...dayOrders, 'none'])
    .optional()
    .describe(
      'Of a table: what comes first in dates like 03/04/2025, where its first rows do not show it; `none` where ' +
        'nobody knows, also where they would show it: such a date is refused then.',
    ),
  delimiter: z
    .string()
    .regex(delimiter)
    .optional()
    .describe(
      'Of a table: what stands between its cells, one character; by default it is found in its beginning.',
    ),
  quote: z
    .enum(tableQuotes)
    .optional()
    .describe(
      'Of a table: what its cells may be quoted with, empty for nothing; by default it is found in its beginning.',
    ),
  escape: z
    .enum(tableEscapes)
    .optional()
    .describe(
      'Of a table: what stands before a quote within quotes; by default it is found in its beginning.',
    ),
  source: sourceName.optional().describe('Of a table: the source of all rows, whatever they say.'),
  defaultSource: sourceName
    .optional()
    .describe('Of a table: the source of rows that name none; by default `upload`.'),
  country: countryCode
    .optional()
    .describe(
      'Of a table: the country of rows that name no place that is known, as ISO 3166-1 alpha-2; what a row says goes ' +
        'before it.',
    ),
});
export type TableQuery = z.infer<typeof tableQuery>;

/** The first line of the answer to a table: which columns become which field. `line`: the one that names them. */
export const tableMapping = z.object({
  line: z.int().positive(),
  status: z.literal('mapped'),
  columns: z.array(z.object({ column: z.string(), field: z.enum(fileFields) })),
  /** The columns that become no field. */
  leftOut: z.array(z.string()),
  /** What comes first in dates of numbers; null where nothing shows it. */
  dates: z.enum(dayOrders).nullable(),
});
export type TableMapping = z.infer<typeof tableMapping>;

/** A line of the answer to a table. */
export const tableResult = z.discriminatedUnion('status', [tableMapping, ...ingestResult.options]);
export type TableResult = z.infer<typeof tableResult>;
