import type { PostingInput } from '@skillstream/contracts';
import { mapAshby, type AshbyRow } from './ashby.ts';
import { mapHn, type HnRow } from './hn.ts';

const has = (row: object, ...names: string[]): boolean =>
  names.every((name) => typeof (row as Record<string, unknown>)[name] === 'string');

/**
 * The posting in one row of a file, by the row's fields: `html` and `month` mark a Hacker News comment, `company` and
 * `postedAt` an Ashby posting; both have an id. Any other row is returned as it is: ingestion validates.
 */
export const mapRow = (row: unknown): PostingInput => {
  if (typeof row === 'object' && row !== null) {
    if (has(row, 'html', 'month', 'sourceId')) return mapHn(row as HnRow);
    if (has(row, 'sourceId', 'company', 'postedAt', 'description')) return mapAshby(row as AshbyRow);
  }
  return row as PostingInput;
};
