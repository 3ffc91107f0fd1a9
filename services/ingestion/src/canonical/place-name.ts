import { cutMarks } from '@skillstream/contracts/plain-text';

// Letters that Unicode does not take apart into one of ASCII and a mark.
const plainLetters: Record<string, string> = { ø: 'o', ł: 'l', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' };

/** A place's name as the tables spell it: lower-case, without accents, dots or doubled spaces. */
export const placeKey = (name: string): string =>
  (isAscii(name) ? name : toAscii(name))
    .replace(/[.'’]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

// Most names: nothing to take apart.
const isAscii = (name: string): boolean => /^[\u0020-\u007e]*$/.test(name);
const toAscii = (name: string): string =>
  cutMarks(name)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[øłđıßæœ]/g, (letter) => plainLetters[letter]!);

// Words that occur beside a place in a location field and are not places.
const noise =
  /\b(home[- ]?offices?|bundesweit|weltweit|remote(ly)?|hybrid|on-?site|in[- ]?office|in[- ]person|offices?|hq|headquarters?|anywhere( in)?|only|based( in)?|first|friendly|accepted|preferred|optional|ok|possible|within|throughout|across|greater|metropolitan|metro|area|region|downtown|central|city of|or|and|in|from|near|the|work|full[- ]?time|part[- ]?time|fully|global(ly)?|candidates|residents|time ?zones?|office m,w,f)\b/gi;

// "Frankfurt (Oder)", "Halle/Saale": one town, as others have its name.
const byRiver = /\b(Frankfurt|Halle) ?[(/] ?(Oder|Saale|Main)\b(?: ?\))?/g;
const rivers: Record<string, string> = { Oder: 'an der Oder', Saale: 'an der Saale', Main: 'am Main' };

/**
 * The segments of a location ("Remote (United States | Canada)", "San Francisco, CA - US") that may be places, in
 * order and with their case.
 */
export const placeSegments = (location: string): string[] =>
  location
    .replace(byRiver, (_, town: string, river: string) => `${town} ${rivers[river]}`)
    .split(/[,;|/()[\]•·:&+\n]| [-–—]+ | or | and | OR | oder | und |(?<!\b(?:St|Ste|Mt|Ft))\. |–|—/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** A segment without words about the workplace, which stand beside a place: "Berlin Office", "Remote in the". */
export const withoutNoise = (segment: string): string =>
  segment
    .replace(noise, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s\-.]+|[\s\-.]+$/g, '');
