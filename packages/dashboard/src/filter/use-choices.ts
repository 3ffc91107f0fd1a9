import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { demandQuery, salariesByCountryQuery, trendQuery } from '../api/market.ts';
import { monthsOf } from '../market/trend-series.ts';
import { takenFromOf, USUAL_TOP, type Search } from './search.ts';

const useTakenFrom = () => takenFromOf(useSearch({ strict: false }) as Search);

/**
 * All postings of the source or origin that the address names, and the skills that most of them ask for: what is known
 * before anything else is chosen, and then one query with the list of the market.
 */
export const useAllPostings = () => useQuery(demandQuery(useTakenFrom(), USUAL_TOP));

/** The months from which there are postings, the first one first; empty before they are known. */
export const useMonths = (): string[] => {
  const { data } = useAllPostings();
  const skillId = data?.data.skills[0]?.skillId;
  const filter = useTakenFrom();
  const trend = useQuery({ ...trendQuery(skillId ?? '', filter), enabled: skillId !== undefined });
  return trend.data ? monthsOf([trend.data.data]) : [];
};

/** The codes of the countries that postings name, those with most stated pays first. */
export const useCountries = (): string[] => {
  const { data } = useQuery(salariesByCountryQuery(useTakenFrom()));
  return data?.data.groups.map(({ name }) => name) ?? [];
};
