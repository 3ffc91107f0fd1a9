import type { DemandFilter } from '@skillstream/contracts';
import { month } from './numbers.ts';

const names: Readonly<Record<string, string>> = {
  ml: 'machine learning',
  qa: 'QA',
  devops: 'DevOps',
  unknown: 'not stated',
  onsite: 'on site',
};

/** A value of a filter as people say it. */
export const valueName = (value: string): string => names[value] ?? value;

const regions = new Intl.DisplayNames(undefined, { type: 'region' });
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

/** Which postings a figure is about. */
export const filterName = ({ role, seniority, country, workplace, from, to }: DemandFilter): string => {
  const parts = [
    role && valueName(role),
    seniority && (seniority === 'unknown' ? 'level not stated' : valueName(seniority)),
    country && countryName(country),
    workplace && (workplace === 'unknown' ? 'workplace not stated' : valueName(workplace)),
  ].filter(Boolean);
  return `${parts.length > 0 ? parts.join(', ') : 'all postings'}, ${periodName(from, to)}`;
};
