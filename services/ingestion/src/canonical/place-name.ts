import { cutMarks } from '@skillstream/contracts/plain-text';

/** A place's name as the tables spell it: lower-case, without accents, dots or doubled spaces. */
export const placeKey = (name: string): string =>
  cutMarks(name)
    .normalize('NFD')
    .replace(/[\u0300-\u036f.'’]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

// Words that occur beside a place in a location field and are not places.
const noise =
  /\b(remote(ly)?|hybrid|on-?site|in[- ]?office|in[- ]person|offices?|hq|headquarters?|anywhere( in)?|only|based( in)?|first|friendly|accepted|preferred|optional|ok|possible|within|throughout|across|greater|metropolitan|metro|area|region|downtown|central|city of|or|and|in|from|near|the|work|full[- ]?time|part[- ]?time|fully|global(ly)?|candidates|residents|time ?zones?|office m,w,f)\b/gi;

/**
 * The segments of a location ("Remote (United States | Canada)", "San Francisco, CA - US") that may be places, in
 * order and with their case.
 */
export const placeSegments = (location: string): string[] =>
  location
    .split(/[,;|/()[\]•·:&+\n]| [-–—]+ | or | and | OR |\. |–|—/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** A segment without words about the workplace, which stand beside a place: "Berlin Office", "Remote in the". */
export const withoutNoise = (segment: string): string =>
  segment
    .replace(noise, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s\-.]+|[\s\-.]+$/g, '');
