import { countryCodes } from '@skillstream/contracts/country-code';
import { placeKey } from './place-name.ts';

// Upper-case codes that stand for a country in a location without misreading a skill ("AI", "IT", "QA", "ML").
const plainCodes = new Set(
  'US GB DE FR NL ES SE DK NO FI CH AT BE IE PL PT BR MX AU NZ JP CN SG HK IN CZ RO GR UA'.split(' '),
);

const otherNames: Record<string, string> = {
  US: 'usa|us|u s|u s a|united states of america|america|the united states|stateside|conus|lower 48|east coast|west coast|tri state area|united states us',
  GB: 'uk|u k|great britain|britain|england|scotland|wales|northern ireland|gb',
  DE: 'deutschland|deutschlandweit',
  FR: 'france metropolitan',
  AT: 'osterreichweit',
  CH: 'schweizweit',
  NL: 'holland|the netherlands',
  AE: 'uae',
  CZ: 'czech republic|czech',
  KR: 'korea|republic of korea',
  CN: 'prc|mainland china',
  HK: 'hong kong',
  MO: 'macau|macao',
  TR: 'turkey',
  MM: 'myanmar|burma',
  CI: 'ivory coast|cote divoire',
  CV: 'cabo verde',
  CG: 'republic of the congo',
  CD: 'democratic republic of the congo',
  BA: 'bosnia|bosnia and herzegovina',
  MK: 'macedonia',
  SZ: 'swaziland',
  ES: 'espana',
  BR: 'brasil',
  MX: 'mexico mx',
  RU: 'russian federation',
  VN: 'viet nam',
  PS: 'palestine',
};

const regionNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

const byName = new Map<string, string>([
  ...[...countryCodes].map((code): [string, string] => [placeKey(regionNames.of(code) ?? code), code]),
  ...Object.entries(otherNames).flatMap(([code, names]) =>
    names.split('|').map((name): [string, string] => [name, code]),
  ),
]);

/**
 * The country that a name means, as ISO 3166-1 alpha-2: English names of
 * Unicode CLDR, and common alternatives ("USA",
 * "England", "Czech Republic"). Codes are not accepted: "IT" or "AI" in a location may be a skill.
 */
export const countryByName = (name: string): string | null => countryByKey(placeKey(name));

/** The same by the key of a name (`placeKey`). */
export const countryByKey = (key: string): string | null => byName.get(key) ?? null;

const languages = 'de fr es pt it nl pl cs sv da nb fi hu ro tr'.split(' ');
// Names that mean something else as well: a tool, a river, a town.
const notNames = new Set('island man kongo cad columbia norfolk'.split(' '));
const byNameAbroad = new Map(
  languages.flatMap((language) => {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    return [...countryCodes]
      .map((code): [string, string] => [placeKey(names.of(code) ?? ''), code])
      .filter(([name]) => name !== '' && !notNames.has(name));
  }),
);

/**
 * The country by the key of its name in another language of CLDR ("Deutschland", "Suisse"), for text that is nothing
 * but a location.
 */
export const countryByKeyAbroad = (key: string): string | null => byNameAbroad.get(key) ?? null;

/** A two-letter upper-case code that is unambiguous in a free-text location. */
export const countryByPlainCode = (code: string): string | null => (plainCodes.has(code) ? code : null);

/** Any two upper-case letters that are a country's: for text that is nothing but a location. */
export const countryByCode = (code: string): string | null => (countryCodes.has(code) ? code : null);

/** The country in a field for countries: a name, or any ISO code in any case; null for "Anywhere". */
export const countryOfField = (field: string): string | null => {
  const code = field.trim().toUpperCase();
  if (countryCodes.has(code)) return code;
  const key = placeKey(field);
  return countryByKey(key) ?? countryByKeyAbroad(key);
};
