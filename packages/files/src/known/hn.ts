import type { PostingInput } from '@skillstream/contracts';
import { letters, nameBySite } from './name-by-site.ts';
import { firstTextLine, roleWords, segmentsOf } from './opening.ts';

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
  const opening = firstTextLine(row.html);
  const segments = segmentsOf(opening).map((segment) => segment.replace(link, '').trim());
  const isHead = segments.length > 1;
  const title = isHead ? segments.find(isTitle) : undefined;
  const organization = organizationIn(opening, isHead ? segments[0]! : '', row.html);
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

const inBrackets = /\([^)]*\)?/g;
const hires =
  /^(?!We |I )((?:[A-Z0-9]\S{0,30} ){1,4})(?:\([^)]*\) )?(?:is|are) (?:currently |now |also )?(?:hiring|looking|seeking)\b/;

/**
 * What hires: the name at the head, unless a website in the text has another name of the opening; else what "is
 * hiring". A name in brackets is often that of a team or an owner, so it is the last choice of those with a website.
 */
const organizationIn = (opening: string, first: string, html: string): string | undefined => {
  const head = nameIn(first);
  const site = nameIn(nameBySite(opening.replace(inBrackets, ' | '), html) ?? '');
  if (head !== undefined && site !== undefined) return letters(head).includes(letters(site)) ? head : site;
  const owner = () => nameIn(nameBySite(opening, html) ?? '') ?? nameIn(hires.exec(opening)?.[1] ?? '');
  return head ?? site ?? owner();
};

const nameIn = (segment: string): string | undefined => {
  const name = segment
    .replace(inBrackets, ' ')
    .replace(/^company( name)?:\s*/i, '')
    .replace(/\s+/g, ' ')
    .replace(/[\s,:–-]+$/, '')
    .trim();
  const plausible =
    name.length >= 2 && name.length <= MAX_NAME && !noName.test(name) && !roleWords.test(name);
  return plausible ? name : undefined;
};
