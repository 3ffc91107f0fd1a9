import cityTimezones from 'city-timezones';
import { placeKey } from './place-name.ts';

const usStates =
  'AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming';
const canadianProvinces =
  'AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NS Nova Scotia|ON Ontario|PE Prince Edward Island|QC Quebec|SK Saskatchewan';

// Other names of the states of Germany and Austria, whose own names the package city-timezones has.
const otherNames: Record<string, string> = {
  'Baden-Württemberg': 'Baden-Wuerttemberg',
  Bayern: 'Bavaria|Freistaat Bayern',
  Hessen: 'Hesse',
  'Mecklenburg-Vorpommern': 'Mecklenburg-Western Pomerania|Mecklenburg-West Pomerania',
  Niedersachsen: 'Lower Saxony',
  'Nordrhein-Westfalen': 'North Rhine-Westphalia|NRW',
  'Rheinland-Pfalz': 'Rhineland-Palatinate',
  Sachsen: 'Saxony|Freistaat Sachsen',
  'Sachsen-Anhalt': 'Saxony-Anhalt',
  Thüringen: 'Thuringia|Thueringen|Freistaat Thüringen',
  Kärnten: 'Carinthia|Kaernten',
  Niederösterreich: 'Lower Austria|Niederoesterreich',
  Oberösterreich: 'Upper Austria|Oberoesterreich',
  Steiermark: 'Styria',
  Tirol: 'Tyrol',
};

/** A part of a country; of those that two letters mean alone, with these. */
export type State = { country: string; code: string | null; name: string };

const read = (list: string, country: string): State[] =>
  list.split('|').map((entry) => ({ country, code: entry.slice(0, 2), name: entry.slice(3) }));

// Where a location is read Berlin, Hamburg, Bremen, Vienna and Salzburg are cities first.
const provincesOf = (country: string): State[] => {
  const rows = cityTimezones.cityMapping.filter(({ iso2 }) => iso2 === country);
  return [...new Set(rows.map(({ province }) => province))].map((name) => ({ country, code: null, name }));
};

const states = [...read(usStates, 'US'), ...read(canadianProvinces, 'CA')];
const byCode = new Map(states.map((state) => [state.code, state]));
const byName = new Map<string, State>(
  [...states, ...provincesOf('DE'), ...provincesOf('AT')].flatMap((state) =>
    [state.name, ...(otherNames[state.name]?.split('|') ?? [])].map(
      (name) => [placeKey(name), state] as const,
    ),
  ),
);

/** A state of the US or province of Canada by its two upper-case letters. */
export const stateByCode = (code: string): State | null => byCode.get(code) ?? null;

/** A state of the US, Germany or Austria or a province of Canada by its own name, its English one, or "NRW". */
export const stateByName = (name: string): State | null => stateByKey(placeKey(name));

/** The same by the key of a name (`placeKey`). */
export const stateByKey = (key: string): State | null => byName.get(key) ?? null;
