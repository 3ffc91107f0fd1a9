import { cityByKey, type City } from './cities.ts';
import { countryByCode, countryByKey, countryByKeyAbroad, countryByPlainCode } from './country.ts';
import { placeKey, placeSegments, withoutNoise } from './place-name.ts';
import { stateByCode, stateByKey, type State } from './states.ts';
import { countryByThreeLetters, worldCityByKey } from './world-cities.ts';

/** What a segment of a location may be; a name may be several of these. */
export type Part = {
  name: string;
  country: string | null;
  city: City | null;
  state: State | null;
  /** Two upper-case letters: the code of a state or a country. */
  code: boolean;
};

// No country, and none of their words is one: "Central & South America".
const worldRegions = new Set(
  'africa|americas|north america|south america|latin america|latam|central america|asia|apac|asia pacific|emea|amer|namer|europe|europa|european union|eu|eea|eastern europe|western europe|middle east|mena|caribbean|worldwide|nordics|dach|benelux|balkans'.split(
    '|',
  ),
);
// In a location these are more often a trade.
const tradeCodes = new Set('AI ML QA IO PM IT NA'.split(' '));
// Time zones and words of English that are also three letters of a country.
const otherThree = new Set('EST AND ARE PER COM MAR CUB TON PAN GIN'.split(' '));
// A place of this kind has the name of another: "Bristol Centre".
const namedAfter =
  /\b(?:cent(?:re|er)|mall|plaza|place|park|street|road|avenue|square|market|airport|university)\b/i;
// "non-U.S.", "outside of France"
const elsewhere = /\b(?:non|not|no|except|excluding|excl|outside)\b/i;
const MOST_WORDS = 6;
// A sentence or a job title is no place; few names are half as long.
const LONGEST = 80;

const look = (name: string, pure: boolean): Part => {
  const code = /^[A-Z]{2}$/.test(name);
  const key = placeKey(name);
  const state = code ? stateByCode(name) : stateByKey(key.replace(/ state$/, ''));
  // "Florida" is a city of Uruguay, too.
  const city = cityByKey(key) ?? (pure && state === null ? worldCityByKey(key) : null);
  return { name, country: countryNamed(name, key, pure), city, state, code };
};

const countryNamed = (name: string, key: string, pure: boolean): string | null => {
  // It is far more often the state than the country.
  if (name === 'Georgia') return null;
  const country = countryByKey(key);
  if (country !== null || !pure) return country;
  if (!/^[A-Z]{3}$/.test(name)) return countryByKeyAbroad(key);
  return otherThree.has(name) ? null : countryByThreeLetters(name);
};

/** Whether a part is a place by itself; a code is one only where it cannot be a trade or a skill. */
const isPlace = ({ country, city, state, name }: Part): boolean =>
  country !== null || city !== null || state !== null || countryByPlainCode(name) !== null;

/** The country that two letters mean, in a text that is nothing but a location or in any other. */
export const countryOfCode = ({ name, code }: Part, pure: boolean): string | null => {
  if (!code) return null;
  return countryByPlainCode(name) ?? (pure && !tradeCodes.has(name) ? countryByCode(name) : null);
};

// "Acme Germany", "San Mateo CA": a segment that means nothing as a whole may end in a place.
const tailOf = (name: string, pure: boolean): Part[] | null => {
  const cut = name.lastIndexOf(' ');
  if (cut < 0) return null;
  const tail = look(name.slice(cut + 1), pure);
  if (!/^\p{Lu}/u.test(tail.name) || !isPlace(tail) || tail.city !== null) return null;
  const head = look(name.slice(0, cut), pure);
  // "Acme" is no city of Germany, nor "Großraum" one of Hesse, but "San Mateo" is one of California.
  const isAlone = tail.country !== null || tail.state?.code === null;
  return isAlone && !isPlace(head) ? [tail] : [head, tail];
};

// "India-Kerala", "Remote-Berlin": a hyphen without blanks, where the whole is no place.
const piecesOf = (name: string): Part[] | null => {
  if (!name.includes('-')) return null;
  const pieces = name.split('-', MOST_WORDS).map((piece) => look(withoutNoise(piece), true));
  return pieces.some(isPlace) ? pieces.filter((piece) => piece.name !== '') : null;
};

// "Acme Minsk", "NYC Hybrid": a well-known city or a country among the words of a location.
const wordsOf = (name: string): Part[] | null => {
  if (namedAfter.test(name)) return countryAmong(name);
  const words = name.split(' ', MOST_WORDS + 1);
  if (words.length > MOST_WORDS) return null;
  for (let length = Math.min(3, words.length - 1); length > 0; length -= 1)
    for (const at of new Set([words.length - length, 0])) {
      const part = look(words.slice(at, at + length).join(' '), false);
      // "La" of "La Défense" and the "D.C." of Bogotá are no cities.
      if (!/^\p{Lu}\p{L}{2}|^[A-Z]{2}$|^\p{Lu}\p{L}+ /u.test(part.name)) continue;
      if (part.city !== null || part.country !== null) return [part];
    }
  return countryAmong(name);
};

const countryAmong = (name: string): Part[] | null => {
  const word = name
    .split(' ', MOST_WORDS)
    .find((each) => /^\p{Lu}\p{L}{3}/u.test(each) && countryByKey(placeKey(each)) !== null);
  return word === undefined ? null : [look(word, false)];
};

const lookClosely = (segment: string, pure: boolean): Part[] => {
  if (segment.length > LONGEST || elsewhere.test(segment)) return [];
  const raw = look(segment, pure);
  if (isPlace(raw)) return [raw];
  const name = withoutNoise(segment);
  if (name === '') return [];
  const whole = name === segment ? raw : look(name, pure);
  if (isPlace(whole) || worldRegions.has(placeKey(name))) return [whole];
  return tailOf(name, pure) ?? (pure ? (piecesOf(name) ?? wordsOf(name)) : null) ?? [whole];
};

// Beside a place these say nothing.
const everywhere = /^(?:remote )?(?:anywhere|global(?:ly)?|weltweit)$/i;

/** Whether a segment of a location is a region of the world, or all of it: "EMEA", "Anywhere". */
export const isRegion = (segment: string): boolean =>
  everywhere.test(segment) || worldRegions.has(placeKey(withoutNoise(segment)));

/** Whether a text names a region of the world, or says where the work is not: "EMEA", "Anywhere", "non-U.S.". */
export const namesRegion = (text: string): boolean =>
  placeSegments(text).some((segment) => elsewhere.test(segment) || isRegion(segment));

/**
 * The parts of a location that may be places, in order.
 * @param pure whether the text is nothing but a location: only then are smaller cities known, and words looked at
 * one by one
 */
export const placeParts = (text: string, pure: boolean): Part[] =>
  placeSegments(text).flatMap((segment) => lookClosely(segment, pure));
