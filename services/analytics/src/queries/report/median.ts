const MISSED_AT_EACH_END = 0.025;

/**
 * Returns the rank, from either end, of the order statistics between which the median lies with at least 95%
 * confidence. The number of n values that lie below the median is binomial (n, 1/2), whatever the values' distribution
 * (Thompson 1936, Annals of Mathematical Statistics 7, 122–128; Conover 1999, Practical Nonparametric Statistics,
 * 3.2).
 * @returns k: from the k-th smallest to the k-th largest; null below six values, where even the extremes do not
 *   suffice
 */
export const medianRank = (n: number): number | null => {
  // From the middle outwards, relative to the middle term: 2^-n itself underflows to 0 from n = 1075 on.
  const middle = Math.floor(n / 2);
  const terms: number[] = [];
  for (let i = middle, term = 1; i >= 0 && term > 1e-18; i -= 1) {
    terms.push(term);
    term *= i / (n - i + 1);
  }
  // The upper half mirrors the lower; with an even n there is one middle term.
  const total = 2 * terms.reduce((sum, term) => sum + term, 0) - (n % 2 === 0 ? 1 : 0);
  let tail = 0;
  let rank = middle - terms.length + 1;
  for (const term of terms.toReversed()) {
    tail += term / total;
    if (tail > MISSED_AT_EACH_END) break;
    rank += 1;
  }
  return rank > 0 ? rank : null;
};

/** Returns the median of values, in any order, and the interval by `medianRank`; null where there is none. */
export const medianOf = (values: readonly number[]): { median: number; low: number; high: number } | null => {
  const rank = medianRank(values.length);
  if (rank === null) return null;
  const sorted = Float64Array.from(values).sort();
  const at = (position: number) => sorted[position]!;
  const middle = (sorted.length - 1) / 2;
  const median = (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2;
  return { median, low: at(rank - 1), high: at(sorted.length - rank) };
};
