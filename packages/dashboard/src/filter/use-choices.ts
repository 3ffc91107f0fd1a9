import { useQuery } from '@tanstack/react-query';
import { demandQuery, salariesByCountryQuery, trendQuery } from '../api/market.ts';
import { monthsOf } from '../market/trend-series.ts';

/** All postings, and the skill that most of them ask for: what is known before anything is chosen. */
export const useAllPostings = () => useQuery(demandQuery({}, 1));

/** The months from which there are postings, the first one first; empty before they are known. */
export const useMonths = (): string[] => {
  const { data } = useAllPostings();
  const skillId = data?.data.skills[0]?.skillId;
  const trend = useQuery({ ...trendQuery(skillId ?? '', {}), enabled: skillId !== undefined });
  return trend.data ? monthsOf([trend.data.data]) : [];
};

/** The codes of the countries that postings name, those with most stated pays first. */
export const useCountries = (): string[] => {
  const { data } = useQuery(salariesByCountryQuery);
  return data?.data.groups.map(({ name }) => name) ?? [];
};
