import type { Location } from '@skillstream/contracts';
import { areasOf } from './area.ts';
import { isKnownPlace, placeWordsOf } from './place.ts';
import { wordsOf } from './words.ts';

const legalForms = new Set(
  (
    'ab ag as bv co corp corporation company gmbh inc incorporated kg limited llc llp ltd mbh nv oy plc pte pty sa ' +
    'sarl sas se srl spa ug'
  ).split(' '),
);
const inBrackets = /\([^()]*\)/g;
const dash = /\s*(?:--|\s[-–—|]\s).*$/s;
const domain = /\.(?:com|io|ai|co|org|net|dev|app)(?:\.[a-z]{2})?$/i;

/**
 * The name of an organization without legal form, article, case, punctuation, what stands in brackets, and the end of
 * a domain, so that "Acme, Inc. (YC S12)", "The Acme Corporation" and "acme.com" are one.
 * @returns its words with a space between; null where no organization is named
 */
export const organizationName = (organization: string | null): string | null => {
  const words = wordsOf(
    (organization ?? '').replace(inBrackets, ' ').replace(dash, '').trim().replace(domain, ''),
  );
  const own = words.length > 1 && words[0] === 'the' ? words.slice(1) : words;
  const named = own.filter((word, at) => at === 0 || !legalForms.has(word));
  return named.length === 0 ? null : named.join(' ');
};

/**
 * Whether what is given as an organization is only where the posting is, like "Zurich, Switzerland": the head of an
 * advertisement that begins with its place.
 */
export const isPlaceName = (organization: string, location: Location): boolean => {
  const words = wordsOf(organization);
  const own = placeWordsOf(location);
  // A single word may be a name: "Square" in Times Square.
  const isElsewhere = (word: string): boolean => isKnownPlace(word) || areasOf(word).length > 0;
  const isPlace = (word: string): boolean => isElsewhere(word) || (words.length > 1 && own.has(word));
  return words.length > 0 && words.every(isPlace);
};

/** The least letters of a name that another one may continue: so many of them are in the keys of an index. */
const OWNER = 3;

const joined = (name: string): string => name.replaceAll(' ', '');

/** The part of a name that every form of it begins with: an index finds by it "Acme" for "Acme Robotics". */
export const ownerOf = (name: string): string => joined(name).slice(0, OWNER);

/**
 * Whether two names are of one organization: they are the same but for spaces ("Git Lab"), or one begins with all
 * words of the other ("Acme", "Acme Robotics"), as people shorten names and write cities or products behind them.
 */
export const isSameOrganization = (a: string, b: string): boolean => {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const name = joined(short);
  if (name === joined(long)) return true;
  let begin = '';
  for (const word of long.split(' ')) {
    begin += word;
    if (begin.length >= name.length) break;
  }
  return name.length >= OWNER && begin === name;
};
