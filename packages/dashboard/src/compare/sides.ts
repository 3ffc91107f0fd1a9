import type { CompareQuery } from '@skillstream/contracts';
import { demandOf, type DemandAsked, type Search } from '../filter/search.ts';
import { countryName, periodName, valueName } from '../format/words.ts';

export type By = CompareQuery['by'];

/** What is compared as long as the address does not say. */
export const usualSides = (
  by: By,
  choices: { countries: readonly string[]; months: readonly string[] },
): { a: string; b: string } | null => {
  const { countries, months } = choices;
  const middle = Math.floor(months.length / 2);
  const pairs: Record<By, readonly (string | undefined)[]> = {
    role: ['backend', 'frontend'],
    seniority: ['junior', 'senior'],
    workplace: ['onsite', 'remote'],
    country: countries,
    period:
      months.length < 2 ? [] : [`${months[0]}..${months[middle - 1]}`, `${months[middle]}..${months.at(-1)}`],
  };
  const [a, b] = pairs[by];
  return a !== undefined && b !== undefined ? { a, b } : null;
};

/** The filter of both sides: everything but what they differ in. */
export const commonFilter = (by: By, search: Search): DemandAsked => {
  const differing = by === 'period' ? { from: undefined, to: undefined } : { [by]: undefined };
  return demandOf({ ...search, ...differing });
};

/** A side as people say it. */
export const sideName = (by: By, value: string): string => {
  if (by === 'country') return countryName(value);
  if (by !== 'period') return valueName(value);
  const [from, to] = value.split('..');
  return periodName(from, to);
};
