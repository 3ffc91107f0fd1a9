import { countryCodes } from '@skillstream/contracts/country-code';
import { origins, SAMPLE_SOURCE, type Origin } from '@skillstream/contracts/origin';
import { roles, seniorities, workplaces } from '@skillstream/contracts/posting-values';
import type { CountUnit, DemandFilter, PostingFilter } from '@skillstream/contracts';
import { isPostingId } from './posting-id.ts';

/** How many skills a list may show. */
export const tops = [10, 20, 50, 100] as const;
/** As many as are shown where nothing else is chosen. */
export const USUAL_TOP = 20;
/** What two groups may differ in. */
export const comparisons = ['role', 'country', 'workplace', 'seniority', 'period'] as const;
type Comparison = (typeof comparisons)[number];
/** The most trends in one figure: more are not told apart. */
export const MOST_TRENDS = 6;

/** What is counted, as `countUnits` of contracts/src/count-unit.ts has it. */
export const units = ['postings', 'jobs'] as const satisfies readonly CountUnit[];
type Counting = { count?: CountUnit | undefined };
/** What is asked of the market: which postings, of which skills, and whether postings or jobs are counted. */
export type PostingsAsked = PostingFilter & Counting;
export type DemandAsked = DemandFilter & Counting;

/** The state of a page, all of it in the address. */
export type Search = DemandAsked & {
  top?: number;
  /** Ids of the skills whose trends are shown, with commas between them. */
  trends?: string;
  /** The skill whose pairs and pay are shown. */
  skill?: string;
  by?: Comparison;
  a?: string;
  b?: string;
  /** The id of the posting whose journey is open. */
  posting?: string;
};

const oneOf = <T extends string>(allowed: readonly T[], value: unknown): T | undefined =>
  allowed.find((one) => one === value);
const textThat = (is: (text: string) => boolean, value: unknown): string | undefined =>
  typeof value === 'string' && is(value) ? value : undefined;
const isCountry = (code: string): boolean => countryCodes.has(code);
const matching = (pattern: RegExp, value: unknown) => textThat((text) => pattern.test(text), value);

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const CATEGORY = /^(?=.{1,100}$)[a-z0-9]+(-[a-z0-9]+)*$/;
// Ids of skills; 100 characters are many times the longest.
const ID = /^[a-z0-9][a-z0-9.+#-]{0,99}$/;
// As posting.ts of the contracts has it.
const SOURCE = /^[a-z0-9][a-z0-9-]{0,63}$/;

const trendsOf = (value: unknown): string | undefined => {
  if (typeof value !== 'string') return undefined;
  const ids = [...new Set(value.split(',', MOST_TRENDS))].filter((id) => ID.test(id));
  return ids.length > 0 ? ids.join(',') : undefined;
};

const takenFrom = (raw: Readonly<Record<string, unknown>>): { source?: string; origin?: Origin } => {
  const source = matching(SOURCE, raw['source']);
  // The sample is one source and one origin: views have the origin, and a source is counted from the facts.
  if (source === SAMPLE_SOURCE) return { origin: 'sample' };
  // A source has an origin already; another one beside it would be refused.
  return source === undefined ? { origin: oneOf(origins, raw['origin']) } : { source };
};

const periodOf = (value: unknown): string | undefined => {
  const [from, to, ...more] = typeof value === 'string' ? value.split('..') : [];
  const isPeriod = matching(MONTH, from) && matching(MONTH, to) && more.length === 0 && from! <= to!;
  return isPeriod ? `${from}..${to}` : undefined;
};

/** A side of a comparison, if it is of what the sides differ in; roles, unless the address says so. */
const sideOf = (by: Comparison, value: unknown): string | undefined => {
  if (by === 'period') return periodOf(value);
  if (by === 'country') return textThat(isCountry, value);
  return oneOf<string>({ role: roles, workplace: workplaces, seniority: seniorities }[by], value);
};

/**
 * The state that an address holds. What is not valid is left out, and with it nothing else: an old link shows what can
 * still be shown.
 */
export const searchOf = (raw: Readonly<Record<string, unknown>>): Search => {
  const by = oneOf(comparisons, raw['by']);
  const found: Search = {
    role: oneOf(roles, raw['role']),
    country: textThat(isCountry, raw['country']),
    workplace: oneOf(workplaces, raw['workplace']),
    seniority: oneOf(seniorities, raw['seniority']),
    ...takenFrom(raw),
    count: oneOf(units, raw['count']),
    from: matching(MONTH, raw['from']),
    to: matching(MONTH, raw['to']),
    category: matching(CATEGORY, raw['category']),
    top: tops.find((top) => top === Number(raw['top'])),
    trends: trendsOf(raw['trends']),
    skill: matching(ID, raw['skill']),
    by,
    a: sideOf(by ?? 'role', raw['a']),
    b: sideOf(by ?? 'role', raw['b']),
    posting: textThat(isPostingId, raw['posting']),
  };
  // No month is in a period that ends before it begins.
  if (found.from && found.to && found.from > found.to) delete found.to;
  return withoutNothing(found);
};

/** The same without what is undefined. */
const withoutNothing = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;

/** The part of a page's state that says where the postings that count were taken from. */
export const takenFromOf = ({ source, origin }: Search): PostingFilter => withoutNothing({ source, origin });

/** The part of a page's state that says which postings count, and how. */
export const postingsOf = ({
  role,
  country,
  workplace,
  seniority,
  source,
  origin,
  count,
  from,
  to,
}: Search): PostingsAsked =>
  withoutNothing({ role, country, workplace, seniority, source, origin, count, from, to });

/** The part of a page's state that says which postings count and which skills are shown. */
export const demandOf = (search: Search): DemandAsked =>
  withoutNothing({ ...postingsOf(search), category: search.category });

/** A query string as plain names and values; each value is text. */
export const parseSearch = (text: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(text));

/** The query string of a state: in one order, without what is not set. */
export const printSearch = (search: Readonly<Record<string, unknown>>): string => {
  const set = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(set.map(([name, value]) => [name, String(value)])).toString();
  // A comma between ids needs no escape in a query (RFC 3986, 3.4).
  return text ? `?${text.replaceAll('%2C', ',')}` : '';
};
