import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { madeUpPosting, repostedOf } from './made-up-posting.ts';

export type LargeFormat = 'ndjson' | 'csv';
/** What a file holds: rows in all, those that cannot be taken, and the jobs of two postings. */
export type LargeFile = { rows: number; bad: number; reposted: number; bytes: number };

const BAD_EVERY = 250;
// No row of these is posted again, nor a posting that is.
const BAD_AT = 7;
const NO_DAY = '2025-02-31';
const header = 'job_id,job_title,company,city,posted_at,shoe size,description\n';

const rowAt = (row: number) => ({
  ...madeUpPosting(row),
  ...(row % BAD_EVERY === BAD_AT && { posted: NO_DAY }),
});
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const csvRow = (row: number): string => {
  const { id, title, organization, location, posted, description } = rowAt(row);
  const date = posted.split('-').reverse().join('.');
  return `${[id, title, organization, quoted(location), date, '7', quoted(description)].join(',')}\n`;
};
const jsonRow = (row: number): string => {
  const { id, posted, ...rest } = rowAt(row);
  return `${JSON.stringify({ source: 'large', sourceId: id, ...rest, datePosted: posted })}\n`;
};

/**
 * Writes a file of made-up postings, of which one in 250 has a date that is none.
 * @param bytes how long it becomes at least
 */
export const writeLargeFile = async (
  path: string,
  format: LargeFormat,
  bytes: number,
): Promise<LargeFile> => {
  const out = createWriteStream(path);
  const rowOf = format === 'csv' ? csvRow : jsonRow;
  let [rows, written] = [0, 0];
  const write = async (text: string): Promise<void> => {
    written += Buffer.byteLength(text);
    if (!out.write(text)) await once(out, 'drain');
  };
  if (format === 'csv') await write(header);
  for (; written < bytes; rows += 1) await write(rowOf(rows));
  out.end();
  await once(out, 'close');
  const bad = Math.floor((rows - 1 - BAD_AT) / BAD_EVERY) + 1;
  return { rows, bad, reposted: repostedOf(rows), bytes: written };
};
