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
  const organization = organizationIn(opening, isHead ? segments[0]! : '', row);
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

const words = /[\p{L}\p{N}]+/gu;
const inBrackets = /\([^)]*\)?/g;
const hires =
  /^(?!We |I )((?:[A-Z0-9]\S{0,30} ){1,4})(?:\([^)]*\) )?(?:is|are) (?:currently |now |also )?(?:hiring|looking|seeking)\b/;

/** Whether a head is only where the row is: "Stockholm, Sweden". */
const isPlace = (head: string, { location, country }: HnRow): boolean => {
  const known = `${location ?? ''} ${country ?? ''}`.toLowerCase();
  const names = new Set(known.match(words) ?? []);
  // "Washington DC" and "Washington, D.C."
  return (
    letters(known).includes(letters(head)) ||
    (head.toLowerCase().match(words) ?? []).every((word) => names.has(word))
  );
};

/** Whether a name is that of who signs: the last line of a comment. */
const isSigner = (name: string, html: string): boolean => {
  const last = letters(firstTextLine(html.slice(html.lastIndexOf('<p>'))));
  return last.length < 2 * MAX_NAME && last.endsWith(letters(name));
};

/**
 * What hires: the name at the head, unless that is a place; else a name of the opening that is also that of a website
 * in the text; else what "is hiring". A name in brackets is often that of a team or an owner, so it is the last choice
 * of those with a website.
 */
const organizationIn = (opening: string, first: string, row: HnRow): string | undefined => {
  const head = nameIn(first);
  if (head !== undefined && !isPlace(head, row)) return head;
  const site = (text: string): string | undefined => {
    const name = nameIn(nameBySite(text, row.html) ?? '');
    return name !== undefined && !isSigner(name, row.html) ? name : undefined;
  };
  const found = site(opening.replace(inBrackets, ' | ')) ?? head ?? site(opening);
  return found ?? nameIn(hires.exec(opening)?.[1] ?? '');
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
