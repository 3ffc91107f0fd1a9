import { placeKey } from './place-name.ts';

const usStates =
  'AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming';
const canadianProvinces =
  'AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NS Nova Scotia|ON Ontario|PE Prince Edward Island|QC Quebec|SK Saskatchewan';

export type State = { country: string; code: string; name: string };

const read = (list: string, country: string): State[] =>
  list.split('|').map((entry) => ({ country, code: entry.slice(0, 2), name: entry.slice(3) }));

const states = [...read(usStates, 'US'), ...read(canadianProvinces, 'CA')];
const byCode = new Map(states.map((state) => [state.code, state]));
const byName = new Map(states.map((state) => [placeKey(state.name), state]));

/** A state of the US or province of Canada by its two upper-case letters. */
export const stateByCode = (code: string): State | null => byCode.get(code) ?? null;

/** A state of the US or province of Canada by its English name. */
export const stateByName = (name: string): State | null => stateByKey(placeKey(name));

/** The same by the key of a name (`placeKey`). */
export const stateByKey = (key: string): State | null => byName.get(key) ?? null;
