import type { DemandFilter, Origin } from '@skillstream/contracts';
import { month } from './numbers.ts';
import { locale } from './locale.ts';

// Maps, not objects: a value may be of the address, and an object has `constructor`.
const names: ReadonlyMap<string, string> = new Map([
  ['ml', 'machine learning'],
  ['qa', 'QA'],
  ['devops', 'DevOps'],
  ['unknown', 'not stated'],
  ['onsite', 'on site'],
]);
/** A text with its first letter as a capital. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A value of a filter as people say it. */
export const valueName = (value: string): string => names.get(value) ?? value;

const regions = new Intl.DisplayNames(locale, { type: 'region' });
/** A country's name by its code; the code where it is nobody's. */
export const countryName = (code: string): string => {
  try {
    return regions.of(code) ?? code;
  } catch {
    return code;
  }
};

/** A period as people say it, of its first and last month; one of them may be open. */
export const periodName = (from: string | undefined, to: string | undefined): string => {
  if (from !== undefined && to !== undefined)
    return from === to ? month(from) : `${month(from)} – ${month(to)}`;
  if (from !== undefined) return `since ${month(from)}`;
  return to === undefined ? 'all months' : `until ${month(to)}`;
};

const originNames: Readonly<Record<Origin, string>> = {
  own: 'own postings',
  sample: 'the made-up sample',
  all: 'own postings and the made-up sample',
};
/** Own postings, the sample or both as people say it; never without the word that the sample is made up. */
export const originName = (origin: Origin): string => originNames[origin];

/** Which postings a filter is about, of whatever months. */
export const postingsName = (filter: DemandFilter): string => {
  const { role, seniority, country, workplace, source, origin } = filter;
  const parts = [
    source === undefined ? origin && originName(origin) : `postings of ${source}`,
    role && valueName(role),
    seniority && (seniority === 'unknown' ? 'level not stated' : valueName(seniority)),
    country && countryName(country),
    workplace && (workplace === 'unknown' ? 'workplace not stated' : valueName(workplace)),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : 'all postings';
};

/** Which postings a figure is about: of a result's filter, which says the origin, also where it was not asked for. */
export const filterName = (filter: DemandFilter): string =>
  `${postingsName(filter)}, ${periodName(filter.from, filter.to)}`;
