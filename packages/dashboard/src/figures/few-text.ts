import { postings } from '../format/numbers.ts';

// As many as pay needs for its quantiles (`LEAST_PAYS` of analytics).
const FEW = 20;

/** What a figure says of itself where it is of so few postings that the next one may change all of it; else null. */
export const fewText = (population: number | undefined): string | null =>
  population === undefined || population === 0 || population >= FEW
    ? null
    : `Only ${postings(population)}: so few say little of the market.`;
