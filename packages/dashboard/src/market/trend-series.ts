import type { TrendResult } from '@skillstream/contracts';
import type { Series } from '../charts/trend-paths.ts';

/** Whether a month, like 2025-03, is not over at a time: more postings of it may come. */
export const isPartial = (month: string, now: Date): boolean => month >= now.toISOString().slice(0, 7);

const monthAfter = (month: string): string => {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  const [nextYear, next] = number === 12 ? [year + 1, 1] : [year, number + 1];
  return `${String(nextYear).padStart(4, '0')}-${String(next).padStart(2, '0')}`;
};

/** The months from the first to the last of some trends, also those without postings. */
export const monthsOf = (trends: readonly Pick<TrendResult, 'months'>[]): string[] => {
  const names = trends.flatMap(({ months }) => months.map(({ month }) => month)).sort();
  const [first, last] = [names[0], names.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all: string[] = [];
  // A century bounds it, whatever the postings say of their dates.
  for (let month = first; month <= last && all.length < 1200;) {
    all.push(month);
    month = monthAfter(month);
  }
  return all;
};

/**
 * Trends of one origin, that of the one read last: when the first own posting comes, each turns from the sample to own
 * postings by itself, and for that moment they do not belong into one figure.
 */
export const ofOneOrigin = <T extends { data: Pick<TrendResult, 'filter'>; freshness: { readAtMs: number } }>(
  trends: readonly T[],
): T[] => {
  const newest = trends.reduce<T | null>(
    (last, one) => (last === null || one.freshness.readAtMs > last.freshness.readAtMs ? one : last),
    null,
  );
  return trends.filter(({ data }) => data.filter.origin === newest?.data.filter.origin);
};

/** The answers that are there, each with the place of its skill among those that were chosen. */
export const answeredOf = <T extends object>(
  answers: readonly (T | undefined)[],
): (T & { chosenAt: number })[] =>
  answers.flatMap((answer, chosenAt) => (answer === undefined ? [] : [{ ...answer, chosenAt }]));

type Named = { label: string; chosenAt: number };

/** A trend as a line of a chart. */
export const seriesOf = (
  { skillId, months }: TrendResult,
  { label, chosenAt }: Named,
  now: Date,
): Series => ({
  id: skillId,
  label,
  chosenAt,
  points: new Map(months.map((one) => [one.month, { ...one, partial: isPartial(one.month, now) }])),
});
