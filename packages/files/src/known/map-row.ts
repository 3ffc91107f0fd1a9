import type { PostingInput } from '@skillstream/contracts';
import { mapAshby, type AshbyRow } from './ashby.ts';
import { mapHn, type HnRow } from './hn.ts';

const has = (row: object, ...names: string[]): boolean =>
  names.every((name) => typeof (row as Record<string, unknown>)[name] === 'string');

/** Whether a row says to be of a source, or says nothing of it: the same fields of another one are somebody's own. */
const isOf = (row: object, source: string): boolean => {
  const said = 'source' in row ? (row.source ?? '') : '';
  return typeof said === 'string' && ['', source].includes(said.trim().toLowerCase());
};

/**
 * The posting in one row of a file, by the row's fields: `html` and `month` mark a Hacker News comment, `company` and
 * `postedAt` an Ashby posting; both have an id, and no other source. Any other row is returned as it is: ingestion
 * validates.
 */
export const mapRow = (row: unknown): PostingInput => {
  if (typeof row === 'object' && row !== null) {
    if (isOf(row, 'hn') && has(row, 'html', 'month', 'sourceId')) return mapHn(row as HnRow);
    if (isOf(row, 'ashby') && has(row, 'sourceId', 'company', 'postedAt', 'description'))
      return mapAshby(row as AshbyRow);
  }
  return row as PostingInput;
};
