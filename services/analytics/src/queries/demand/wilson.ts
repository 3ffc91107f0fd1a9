/** The 97.5% point of the normal distribution: a 95% interval. */
export const Z = 1.959963984540054;

/**
 * Returns the 95% Wilson score interval of a share (Wilson 1927, doi:10.1080/01621459.1927.10502953): it stays within
 * [0, 1] and is valid for small populations and at the ends, where count ± z·s is not.
 * @returns nulls when the population is 0: nothing was measured
 */
export const wilson = (
  count: number,
  population: number,
): { share: number; low: number; high: number } | { share: null; low: null; high: null } => {
  if (population === 0) return { share: null, low: null, high: null };
  const share = count / population;
  const denominator = 1 + (Z * Z) / population;
  const centre = (share + (Z * Z) / (2 * population)) / denominator;
  const reach =
    (Z * Math.sqrt((share * (1 - share)) / population + (Z * Z) / (4 * population * population))) /
    denominator;
  // At the ends the interval touches 0 or 1; rounding must not push it over.
  const low = count === 0 ? 0 : Math.max(0, centre - reach);
  const high = count === population ? 1 : Math.min(1, centre + reach);
  return { share, low, high };
};
