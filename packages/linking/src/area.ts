import { wordsOf } from './words.ts';

/** By name. */
const regions: ReadonlyArray<readonly [string, string]> = [
  ['emea', 'EMEA'],
  ['europe', 'EUROPE'],
  ['eu', 'EUROPE'],
  ['european union', 'EUROPE'],
  ['apac', 'APAC'],
  ['asia', 'APAC'],
  ['latam', 'LATAM'],
  ['latin america', 'LATAM'],
  ['amer', 'AMER'],
  ['americas', 'AMER'],
  ['north america', 'AMER'],
  ['dach', 'DACH'],
  ['anz', 'ANZ'],
  ['usa', 'US'],
  ['united states', 'US'],
  ['uk', 'GB'],
  ['england', 'GB'],
  ['scotland', 'GB'],
  ['uae', 'AE'],
];
const LETTERS = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));

/** Countries by their English names of CLDR; Georgia and Jersey are more often elsewhere. */
const countries = (): Array<readonly [string, string]> => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  return LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
    .filter((code) => !['GE', 'JE', 'EU', 'UN', 'EZ'].includes(code))
    .flatMap((code) => {
      const name = names.of(code);
      return name === undefined ? [] : [[wordsOf(name).join(' '), code] as const];
    });
};
const areas = new Map([...countries(), ...regions]);
const LONGEST = 4;
// In small letters it is a pronoun.
const unitedStates = /\bU\.?S\.?(?![\p{L}\p{N}])/u;

/**
 * The countries and regions of the world that a part of a title names.
 * @param part like "Remote, Brazil", or "EMEA"
 * @returns ISO 3166-1 codes, and names like "EMEA"
 */
export const areasOf = (part: string): string[] => {
  const words = wordsOf(part);
  const found = new Set<string>();
  if (unitedStates.test(part)) found.add('US');
  for (let at = 0; at < words.length; at += 1)
    for (let length = Math.min(LONGEST, words.length - at); length > 0; length -= 1) {
      const area = areas.get(words.slice(at, at + length).join(' '));
      if (area !== undefined) found.add(area);
    }
  return [...found];
};
