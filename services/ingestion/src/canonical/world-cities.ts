import { countryCodes } from '@skillstream/contracts/country-code';
import cityTimezones from 'city-timezones';
import type { City } from './cities.ts';
import { placeKey } from './place-name.ts';
import { stateByName } from './states.ts';

type Row = { city: string; city_ascii: string; iso2: string; iso3: string; province: string; pop: number };

// Smaller ones share too many names with districts and streets.
const LEAST_PEOPLE = 15_000;
// A city is meant without its country where it is this many times as large as its namesakes elsewhere.
const FAR_LARGER = 3;

const rows: readonly Row[] = cityTimezones.cityMapping;
const byKey = new Map<string, Row[]>();
const byThreeLetters = new Map<string, string>();
for (const row of rows) {
  // Not Antarctica, which no filter takes.
  if (!countryCodes.has(row.iso2)) continue;
  byThreeLetters.set(row.iso3, row.iso2);
  if (row.pop < LEAST_PEOPLE) continue;
  for (const key of new Set([placeKey(row.city), placeKey(row.city_ascii)]))
    byKey.set(key, [...(byKey.get(key) ?? []), row]);
}

const cityOf = ({ city, iso2, province }: Row): City => {
  const state = stateByName(province);
  return { country: iso2, region: state?.country === iso2 ? state.code : null, name: city };
};

const mainOf = (namesakes: Row[]): City | null => {
  const [largest, ...others] = namesakes.toSorted((a, b) => b.pop - a.pop);
  if (largest === undefined) return null;
  const rivals = others.filter(({ pop }) => pop * FAR_LARGER > largest.pop);
  if (rivals.some(({ iso2 }) => iso2 !== largest.iso2)) return null;
  const city = cityOf(largest);
  return rivals.some(({ province }) => province !== largest.province) ? { ...city, region: null } : city;
};

const cities = new Map<string, City>();
for (const [key, namesakes] of byKey) {
  const city = mainOf(namesakes);
  if (city !== null) cities.set(key, city);
}

/**
 * One of some 5,000 cities of the world, by its key (`placeKey`): the places of Natural Earth, by the package
 * city-timezones. Null where it has none, or several of a size in different countries.
 */
export const worldCityByKey = (key: string): City | null => cities.get(key) ?? null;

/** The country of three upper-case letters, as ISO 3166-1 alpha-2. */
export const countryByThreeLetters = (code: string): string | null => byThreeLetters.get(code) ?? null;
