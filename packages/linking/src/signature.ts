import { hash } from 'node:crypto';
import type { CanonicalPosting } from '@skillstream/contracts';
import { bandsOf, minHashOf } from './min-hash.ts';
import { isPlaceName, organizationName, ownerOf } from './organization.ts';
import { rolesOf } from './roles.ts';
import { readTitle, type Title } from './title.ts';
import { folded } from './vocabulary.ts';
import { wordsOf } from './words.ts';

/** What of a posting decides to which job it belongs. */
export type LinkedPosting = Pick<
  CanonicalPosting,
  'title' | 'organization' | 'description' | 'location' | 'datePosted'
>;

/**
 * What is kept of a posting to compare it with others. Of its text it holds hashes, and no words but those of
 * employer, title, place and roles, of which ingestion stores all but the employer's as hashes.
 */
export type Signature = {
  /** The words of its name, without legal form. */
  organization: string | null;
  country: string | null;
  /** Region and city as one key; empty where neither is known. */
  place: string;
  title: Title;
  /** A hash of the job and its level, since the words are not stored. What earlier rules stored has none. */
  titleHash?: string;
  /** sha256 over the words of the text, base64url. */
  textHash: string;
  minHash: number[];
  /** How many words the text has. */
  length: number;
  /** The roles that the text names. */
  roles: string[];
  datePosted: string;
};

const placeKey = ({ region, city }: LinkedPosting['location']): string =>
  wordsOf(`${region ?? ''} ${city ?? ''}`).join(' ');

const keyOf = (text: string): string => hash('sha256', text, 'base64url').slice(0, 16);
/** One for all advertisements without a title, or with several jobs: their titles vary. */
const titleHashOf = ({ job, level, several }: Title): string =>
  keyOf(several || job.length === 0 ? '' : `${job.join(' ')}|${level.join(' ')}`);

/** The signature of a posting: the same for the same posting, in time and memory linear in its text. */
export const signatureOf = (posting: LinkedPosting): Signature => {
  const words = wordsOf(posting.description);
  const isPlace = posting.organization !== null && isPlaceName(posting.organization, posting.location);
  const organization = isPlace ? null : posting.organization;
  const title = readTitle(
    posting.title,
    posting.location,
    new Set(words.map(folded)),
    new Set(wordsOf(organization ?? '')),
  );
  return {
    organization: organizationName(organization),
    titleHash: titleHashOf(title),
    country: posting.location.country,
    place: placeKey(posting.location),
    title,
    textHash: hash('sha256', words.join(' '), 'base64url'),
    minHash: minHashOf(words),
    length: words.length,
    roles: rolesOf(words),
    datePosted: posting.datePosted,
  };
};

/** Words of a text that tell a job by themselves; "We are hiring" does not. */
export const TELLING = 20;

/** Under which keys an index keeps a posting, and which it is asked for to find those of the same job. */
export type IndexKeys = { stored: string[]; sought: string[] };

/**
 * The keys of a posting in an index: two of one job share a stored and a sought one nearly always, two of
 * organizations that begin otherwise never. Texts that were written anew may share no band, so that the title, of one
 * organization, is a key too. One without an organization is found by all, and finds all. Each is found in every
 * country, since an advertisement may name several, or one that is not understood. One that names nobody and says next
 * to nothing is of no job with another, and has none.
 * @returns 33 keys an owner: one for the whole text, 32 for the bands of its MinHash; and one for the title, 67 of
 *   each kind at most
 */
export const indexKeysOf = (signature: Signature): IndexKeys => {
  const { organization, titleHash, textHash, minHash, length } = signature;
  if (organization === null && length < TELLING) return { stored: [], sought: [] };
  const parts = [textHash, ...bandsOf(minHash)];
  const keysOf = (owner: string): string[] => parts.map((part) => keyOf(`${owner}|${part}`));
  // Owners that no organization has: its own has three letters.
  const unnamed = keysOf('nobody');
  const anybody = (): string[] => keysOf('anybody');
  if (organization === null) return { stored: unnamed, sought: [...unnamed, ...anybody()] };
  const titles = titleHash === undefined ? [] : [keyOf(`title|${organization}|${titleHash}`)];
  const own = [...keysOf(ownerOf(organization)), ...titles];
  return { stored: [...own, ...anybody()], sought: [...own, ...unnamed] };
};
