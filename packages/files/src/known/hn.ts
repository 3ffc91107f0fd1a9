import type { PostingInput } from '@skillstream/contracts';
import { firstTextLine, segmentsOf } from './opening.ts';

/** A "Who is hiring?" comment as the shared file has it. */
export type HnRow = {
  sourceId: string;
  month: string;
  html: string;
  url?: string | null;
  location?: string | null;
  country?: string | null;
  remote?: boolean | null;
};

const roleWords =
  /\b(engineers?|engineering|developers?|programmers?|scientists?|designers?|architects?|managers?|hackers?|analysts?|administrators?|admin|devops|sre|researchers?|cto|vp|director|head of|lead|consultants?|interns?|full[- ]?stack|front[- ]?end|back[- ]?end|ios|android|qa)\b/i;
const noName =
  /\b(remote|on-?site|full[- ]?time|part[- ]?time|hiring|looking for|visa|freelance|contract|location|we are|we're|[A-Z]{2}, USA)\b|^(san francisco|sf|new york|nyc|london|berlin|boston|seattle|toronto|austin|chicago|paris|amsterdam)\b|, [A-Z]{2}$/i;
const link = /\(?\s*(?:https?:\/\/|www\.)\S+\s*\)?/gi;
const MAX_NAME = 60;
const MAX_TITLE = 120;

/**
 * A Hacker News comment as a posting. Organization and title are read from the opening line where it has the usual
 * format, else left out; the date is the first day of the month. The flag "remote" counts only when true: false means
 * that the comment does not mention it.
 */
export const mapHn = (row: HnRow): PostingInput => {
  const segments = segmentsOf(firstTextLine(row.html)).map((segment) => segment.replace(link, '').trim());
  const title = segments.length > 1 ? segments.find(isTitle) : undefined;
  const organization = segments.length > 1 ? nameIn(segments[0] ?? '') : undefined;
  return {
    source: 'hn',
    sourceId: row.sourceId,
    ...(title !== undefined && { title }),
    ...(organization !== undefined && { organization }),
    description: row.html,
    descriptionFormat: 'html',
    ...(row.location && { location: row.location }),
    ...(row.country && { country: row.country }),
    ...(row.remote === true && { remote: true }),
    datePosted: row.month,
    ...(row.url && { url: row.url }),
  };
};

const isTitle = (segment: string): boolean =>
  segment.length >= 2 &&
  segment.length <= MAX_TITLE &&
  roleWords.test(segment) &&
  !/\bhiring\b/i.test(segment);

const nameIn = (segment: string): string | undefined => {
  const name = segment
    .replace(/\([^)]*\)?/g, ' ')
    .replace(/^company( name)?:\s*/i, '')
    .replace(/\s+/g, ' ')
    .replace(/[\s,:–-]+$/, '')
    .trim();
  const plausible =
    name.length >= 2 && name.length <= MAX_NAME && !noName.test(name) && !roleWords.test(name);
  return plausible ? name : undefined;
};
