import type { PayQuantiles } from '@skillstream/contracts';

/** Fewer stated pays than these have no quantile worth showing. */
export const LEAST_PAYS = 20;

/**
 * A quantile of sorted values, between the two nearest where it falls between them (Hyndman and Fan 1996, definition
 * 7, doi:10.1080/00031305.1996.10473566).
 * @param share from 0 (the smallest) to 1 (the largest)
 */
export const quantileOf = (sorted: ArrayLike<number>, share: number): number => {
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return below + (above - below) * (place - Math.floor(place));
};

/** The quantiles of pays in any order, nulls where there are too few. */
export const quantilesOf = (pays: readonly number[]): PayQuantiles => {
  const sorted = Float64Array.from(pays).sort();
  const at = (share: number) => (pays.length < LEAST_PAYS ? null : Math.round(quantileOf(sorted, share)));
  return { count: pays.length, p10: at(0.1), p25: at(0.25), median: at(0.5), p75: at(0.75), p90: at(0.9) };
};
