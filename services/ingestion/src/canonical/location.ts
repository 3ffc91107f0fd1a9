import type { Location, PostingInput } from '@skillstream/contracts';
import { cityByName, type City } from './cities.ts';
import { countryByName, countryByPlainCode, countryOfField } from './country.ts';
import { oneLine } from '@skillstream/contracts/plain-text';
import { placeParts } from './place-name.ts';
import { stateByCode, stateByName, type State } from './states.ts';

const nowhere: Location = { country: null, region: null, city: null };

type Part = {
  name: string;
  country: string | null;
  city: City | null;
  state: State | null;
  /** Two upper-case letters: the code of a state or a country. */
  code: boolean;
};

const look = (name: string): Part => {
  const code = /^[A-Z]{2}$/.test(name);
  return {
    name,
    // "Georgia" is far more often the state than the country.
    country: name === 'Georgia' ? null : countryByName(name),
    city: cityByName(name),
    state: code ? stateByCode(name) : stateByName(name),
    code,
  };
};

// "Acme Germany", "San Mateo CA": a segment that means nothing as a whole may end in a place.
const lookClosely = (name: string): Part[] => {
  const whole = look(name);
  const cut = name.lastIndexOf(' ');
  if (isPlace(whole) || cut < 0) return [whole];
  const tail = look(name.slice(cut + 1));
  return /^\p{Lu}/u.test(tail.name) && isPlace(tail) && tail.city === null
    ? [look(name.slice(0, cut)), tail]
    : [whole];
};

const isPlace = ({ country, city, state, name }: Part): boolean =>
  country !== null || city !== null || state !== null || countryByPlainCode(name) !== null;

/**
 * Reads a free-text location. In order: the first country named; the first city of the table, unless a state right
 * after it says otherwise ("Cambridge, MA"); the first state; an unambiguous country code.
 * @param pure whether the text is nothing but a location: only then is a city accepted that is not in the table
 */
export const parseLocation = (text: string, pure: boolean): Location => {
  const names = placeParts(text);
  const parts = names.flatMap(lookClosely);
  const isPair = pure && names.length === 2 && parts.length === 2;
  const at = parts.findIndex((part) => part.city !== null);
  const city = parts[at]?.city ?? null;
  const next = parts[at + 1];
  const state =
    parts.find((part) => part.state !== null && part.city === null && !agrees(part, city))?.state ?? null;
  const named = parts.find((part) => part.country !== null && part.city?.name !== part.name)?.country ?? null;

  if (city !== null && (next?.state == null || next === parts[at] || agrees(next, city))) {
    if (named === null || named === city.country) return fromCity(city);
  }
  if (state !== null && (named === null || named === state.country)) {
    return { country: state.country, region: state.name, city: cityBefore(parts, state) };
  }
  if (named !== null) return { country: named, region: null, city: cityOf(parts, named, isPair) };
  if (city !== null) return fromCity(city);
  const code = parts.find((part) => part.code && countryByPlainCode(part.name) !== null);
  if (code === undefined) return nowhere;
  return { country: code.name, region: null, city: cityOf(parts, code.name, isPair) };
};

// "Berlin, DE", "Toronto, CA": the code after a known city is its country, not Delaware or California.
const agrees = (part: Part, city: City | null): boolean =>
  city !== null && part.code && (part.name === city.country || part.name === city.region);

const fromCity = (city: City): Location => ({
  country: city.country,
  region: city.region === null ? null : (stateByCode(city.region)?.name ?? null),
  city: city.name,
});

const cityBefore = (parts: Part[], state: State): string | null => {
  const at = parts.findIndex((part) => part.state === state && part.city === null);
  const before = parts[at - 1];
  return before === undefined || before.country !== null || before.state !== null ? null : before.name;
};

// A city outside the table is accepted only as the first of two segments, right before the country.
const cityOf = (parts: Part[], country: string, isPair: boolean): string | null => {
  const match = parts.find((part) => part.city?.country === country);
  if (match?.city) return match.city.name;
  const [first] = parts;
  return isPair && first !== undefined && !isPlace(first) && /^\p{Lu}/u.test(first.name) ? first.name : null;
};

type Fields = Exclude<PostingInput['location'], string | undefined>;

// These are stored in the posting as they are, where no table knows better.
const cleaned = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, oneLine(text ?? '')]));

/**
 * Where the work is, from the location and country fields, else from the header's segments.
 * @param input the fields as sent; `country` takes precedence over what `location` says
 * @param header title and first line of the posting ("Company | Role | Berlin, Germany")
 */
export const locationOf = (input: Pick<PostingInput, 'location' | 'country'>, header: string): Location => {
  const { location } = input;
  const fields = typeof location === 'object' ? cleaned(location) : {};
  const given = countryOfField(input.country ?? '') ?? countryOfField(fields.country ?? '');
  const written =
    typeof location === 'string'
      ? location
      : [fields.city, fields.region, fields.country].filter(Boolean).join(', ');
  const parsed = parseLocation(written, true);

  if (typeof location === 'object') {
    const region =
      fields.region === undefined ? parsed.region : (stateByCode(fields.region)?.name ?? fields.region);
    return { country: given ?? parsed.country, region: region || null, city: fields.city || parsed.city };
  }
  if (given !== null) return parsed.country === given ? parsed : { ...nowhere, country: given };
  return parsed.country === null ? parseLocation(header, false) : parsed;
};
