import type { Location, PostingInput } from '@skillstream/contracts';
import { oneLine } from '@skillstream/contracts/plain-text';
import type { City } from './cities.ts';
import { namesCities } from './city-field.ts';
import { countryOfField } from './country.ts';
import { derived, given, type Derived } from './derived.ts';
import { homeIn } from './home-office.ts';
import { countryOfCode, namesRegion, placeParts, type Part } from './place.ts';
import { placeSegments, withoutNoise } from './place-name.ts';
import { stateByCode, type State } from './states.ts';

// Of the codes of states those of countries with many jobs: alone they say neither.
const alsoCountries = new Set('AR CA CO DE IL IN'.split(' '));
const nowhere: Location = { country: null, region: null, city: null };

type Place = { country: string; region: string | null; city: string | null };

/**
 * Reads a free-text location. Each city is read with the state or country right after it ("Cambridge, MA"), which goes
 * before the country that the city has by itself.
 * @param pure whether the text is nothing but a location: only then is a city accepted that is in no table
 * @param given the country, where it is known: other places are left out
 * @returns where all places named lie: of several cities only their region or country, of several countries nothing
 */
export const parseLocation = (text: string, pure: boolean, given: string | null = null): Location => {
  const parts = placeParts(text, pure);
  const all = placesIn(parts, pure);
  const places = given === null ? all : all.filter(({ country }) => country === given);
  const country = onlyOne(places.map((place) => place.country));
  if (country === null) return nowhere;
  const region = onlyOne(places.map((place) => place.region).filter((each) => each !== null));
  const city = onlyOne(places.map((place) => place.city).filter((each) => each !== null));
  return { country, region, city };
};

const onlyOne = (values: readonly string[]): string | null =>
  values.length > 0 && values.every((value) => value === values[0]) ? values[0]! : null;

const placesIn = (parts: readonly Part[], pure: boolean): Place[] => {
  const places: Place[] = [];
  for (let at = 0; at < parts.length;) {
    const [place, length] = placeAt(parts, at, pure);
    if (place !== null) places.push(place);
    at += length;
  }
  return places;
};

/** What begins at a part, and how many parts it takes. */
type Found = [place: Place | null, parts: number];

const placeAt = (parts: readonly Part[], at: number, pure: boolean): Found => {
  const part = parts[at]!;
  if (part.city !== null) return cityAt(parts, at, part.city);
  if (part.country !== null) {
    const next = parts[at + 1];
    // "Lebanon, NH"
    return next?.code && next.state !== null && countryOfCode(next, false) === null
      ? [inState(part.name, next.state), 2]
      : [inCountry(part.country, null), 1];
  }
  if (part.state !== null) return stateAt(parts, at, part.state);
  const code = countryOfCode(part, pure);
  return code === null ? unknownAt(parts, at, pure) : [inCountry(code, null), 1];
};

const codes = (list: string): ReadonlySet<string> => new Set(list.split(' '));
// "Perth, WA", "Recife - PE", "Neuchâtel (NE)": codes of states, cantons and the like beside a city of their country.
const ownCodes = new Map([
  ['AU', codes('WA SA NT')],
  ['BR', codes('AC AL AM AP BA CE DF ES GO MA MG MS MT PA PB PE PI PR RJ RN RO RR RS SC SE SP TO')],
  ['DE', codes('BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH')],
  ['CH', codes('AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH')],
]);

const cityAt = (parts: readonly Part[], at: number, city: City): Found => {
  const [part, next, third] = parts.slice(at, at + 3);
  if (next === undefined) return [fromCity(city), 1];
  if (confirms(next, city)) return [fromCity(city), third !== undefined && confirms(third, city) ? 3 : 2];
  if (next.city !== null || part!.country !== null) return [fromCity(city), 1];
  if (next.code && ownCodes.get(city.country)?.has(next.name))
    return [fromCity(city), third !== undefined && confirms(third, city) ? 3 : 2];
  if (next.state !== null) {
    // "München, Bayern"
    const isIn = next.state.code === null && next.state.country === city.country;
    return [inState(isIn ? city.name : part!.name, next.state), belongsTo(third, next.state) ? 3 : 2];
  }
  // "London, Germany": which one is meant is not said.
  return next.country === null ? [fromCity(city), 1] : [inCountry(next.country, null), 2];
};

const stateAt = (parts: readonly Part[], at: number, state: State): Found => {
  const part = parts[at]!;
  const [next, third] = [parts[at + 1], parts[at + 2]];
  // "Ontario, Ohio", "New Brunswick, NJ": a town named like a province.
  if (next?.state != null && next.state.country !== state.country && next.name !== state.country)
    return [inState(part.name, next.state), belongsTo(third, next.state) ? 3 : 2];
  if (part.code && parts.length === 1 && alsoCountries.has(part.name))
    return [part.name === 'DE' ? inCountry('DE', null) : null, 1];
  return [inState(null, state), belongsTo(next, state) ? 2 : 1];
};

// A name outside the tables is a city right before a state, and before a country where nothing else is named.
const unknownAt = (parts: readonly Part[], at: number, pure: boolean): Found => {
  const { name } = parts[at]!;
  const [next, third] = [parts[at + 1], parts[at + 2]];
  const city = pure && /^\p{Lu}/u.test(name) ? name : null;
  if (next === undefined || next.city !== null) return [null, 1];
  // More places lie in Germany than in Delaware.
  if (next.code && next.name === 'DE' && third?.country !== 'US') return [inCountry('DE', city), 2];
  if (next.state !== null) return [inState(city, next.state), belongsTo(third, next.state) ? 3 : 2];
  const country = next.country ?? countryOfCode(next, pure);
  return country === null ? [null, 1] : [inCountry(country, parts.length === 2 ? city : null), 2];
};

const confirms = (part: Part, city: City): boolean =>
  (part.code && (part.name === city.country || part.name === city.region)) ||
  part.country === city.country ||
  (part.state !== null &&
    city.region !== null &&
    part.state.country === city.country &&
    part.state.code === city.region) ||
  // The country, which by itself would be the state.
  (part.name === 'Georgia' && city.country === 'GE');

const belongsTo = (part: Part | undefined, { country }: State): boolean =>
  part !== undefined && (part.country === country || (part.code && part.name === country));

const inCountry = (country: string, city: string | null): Place => ({ country, region: null, city });
const inState = (city: string | null, { country, name }: State): Place => ({ country, region: name, city });
const fromCity = ({ country, region, name }: City): Place => ({
  country,
  region: region === null ? null : (stateByCode(region)?.name ?? null),
  city: name,
});

/** The state that a code means in this country; "WA" is none of Australia's here. */
const stateOf = (code: string, country: string | null): State | null => {
  const state = stateByCode(code);
  return state !== null && state.country === country ? state : null;
};

type Fields = Exclude<PostingInput['location'], string | undefined>;

// These are stored in the posting as they are, where no table knows better.
const cleaned = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, oneLine(text ?? '')]));

/** A location as it is written, as text or in fields, but for its country. */
export const writtenLocation = (location: PostingInput['location']): string =>
  typeof location === 'object'
    ? [location.city, location.region].filter(Boolean).join(', ')
    : (location ?? '');

// What is a place by itself, whatever it is beside another.
const district = /^(?:central|downtown)$/i;
const isNoise = (segment: string): boolean => withoutNoise(segment) === '' && !district.test(segment);

/** A field of a place without what says how one works there; as it is where nothing does: "Berlin (Hybrid)". */
const withoutWorkplace = (field: string): string => {
  const segments = placeSegments(field);
  const named = segments.filter((segment) => !isNoise(segment));
  return named.length === segments.length ? field : named.join(', ');
};

/**
 * Where the work is, from the location and country fields, else from the header's segments, else in `defaultCountry`,
 * where none of these names a place.
 * @param input the fields as sent; `country` takes precedence over what `location` says
 * @param header title and first line of the posting ("Company | Role | Berlin, Germany")
 */
export const locationOf = (
  input: Pick<PostingInput, 'location' | 'country' | 'defaultCountry'>,
  header: string,
): Derived<Location> => {
  const found = placeOf(input, header);
  if (found.value.country !== null || input.defaultCountry === undefined) return found;
  if (saysPlace(input, header)) return found;
  // Whether "Zentrale" or "Bad Homburg" is a town is as unknown as before.
  return derived({ ...found.value, country: input.defaultCountry }, 'default', 'guess');
};

/** Whether anything names a place, although no single country: "Paris or Berlin", "EMEA", an unknown country. */
const saysPlace = (
  { location, country }: Pick<PostingInput, 'location' | 'country'>,
  header: string,
): boolean => {
  if (country?.trim() || (typeof location === 'object' && location.country?.trim())) return true;
  const written = writtenLocation(location);
  if (namesRegion(written) || namesRegion(header)) return true;
  // "CA" is a state or a country, and names no place that is known.
  const isPart = ({ code, state, country: land, city }: Part) => code || (state ?? land ?? city) !== null;
  return placeParts(written, true).some(isPart) || placesIn(placeParts(header, false), false).length > 0;
};

const placeOf = (input: Pick<PostingInput, 'location' | 'country'>, header: string): Derived<Location> => {
  const { location } = input;
  const fields = typeof location === 'object' ? cleaned(location) : {};
  const country = countryOfField(input.country ?? '') ?? countryOfField(fields.country ?? '');
  const written =
    typeof location === 'string'
      ? location
      : [fields.city, fields.region, fields.country].filter(Boolean).join(', ');
  const parsed = parseLocation(written, true, country);
  if (namesCities(fields.city ?? '')) fields.city = '';

  if (typeof location === 'object') {
    const region =
      fields.region === undefined
        ? parsed.region
        : (stateOf(fields.region, country ?? parsed.country)?.name ?? withoutWorkplace(fields.region));
    const isHome = homeIn(fields.city ?? '') === 'only';
    const place = {
      country: country ?? parsed.country,
      region: region || null,
      city: (isHome ? null : withoutWorkplace(fields.city ?? '')) || parsed.city,
    };
    return country === null && place.country !== null ? derived(place, 'field', 'likely') : given(place);
  }
  if (country !== null) return given({ ...parsed, country });
  if (parsed.country !== null) return derived(parsed, 'field', 'likely');
  const named = parseLocation(header, false);
  return named.country === null ? given(named) : derived(named, 'title', 'guess');
};
