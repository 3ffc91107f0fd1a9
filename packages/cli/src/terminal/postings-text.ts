import type { ListedPosting, PostingsPage, PostingsQuery } from '@skillstream/contracts';
import { countedElsewhere, elsewhereText } from './elsewhere-text.ts';
import { counted } from './numbers.ts';
import { printable } from './printable.ts';
import { table } from './tables.ts';

const MOST_SOURCE_ID = 40;
const MOST_TITLE = 60;

// What somebody asked for.
const aboutOf = ({ source, job }: PostingsQuery): string =>
  [source !== undefined && `source ${source}`, job !== undefined && `job ${printable(job)}`]
    .filter(Boolean)
    .join(', ');

// A shell would take a quote, or a dollar, for its own.
const word = (value: string): string =>
  /^[\w.:-]+$/.test(value) ? value : `'${printable(value).replaceAll("'", `'\\''`)}'`;

const nextCommand = ({ source, job, limit }: PostingsQuery, after: string): string =>
  Object.entries({ source, job, limit, after })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` --${name} ${word(String(value))}`)
    .join('');

const jobCells = ({ job, primary }: ListedPosting): string[] =>
  job === undefined ? ['', ''] : [job, primary === false ? 'no' : 'yes'];

/**
 * A page of postings as text: what each is, of which job, and which one of the job counts; and the command for the
 * next page.
 */
export const postingsText = ({ postings, next }: PostingsPage, asked: PostingsQuery): string => {
  const title = `${counted(postings.length, 'posting')} of ${aboutOf(asked)}`;
  const hasJobs = postings.some(({ job }) => job !== undefined);
  const rows = postings.map((posting) => [
    ...[posting.postingId, printable(posting.sourceId ?? '–', MOST_SOURCE_ID)],
    ...[printable(posting.title ?? '–', MOST_TITLE), posting.state],
    ...(hasJobs ? jobCells(posting) : []),
  ]);
  const head = ['id', 'source id', 'title', 'state', ...(hasJobs ? ['job', 'counts as the job'] : [])];
  // A part of a source does not say whether the one that counts is in another part.
  const isWhole = asked.source !== undefined && asked.after === undefined && next === null;
  const elsewhere = isWhole ? countedElsewhere(postings) : 0;
  return [
    ...[title, ...(rows.length > 0 ? [table(head, rows)] : [])],
    ...(elsewhere === 0 ? [] : [elsewhereText(elsewhere, asked.source!)]),
    ...(next === null ? [] : [`there are more: skillstream postings${nextCommand(asked, next)}`]),
  ].join('\n');
};
