// The 97.5% point of the normal distribution: a 95% interval.
const Z = 1.959963984540054;

/**
 * The share of a skill that no posting asks for, with its 95% Wilson interval (doi:10.1080/01621459.1927.10502953).
 * An answer lists only what is asked for, so there is no row of it; of a count of 0 the formula is this short.
 */
export const noneOf = (population: number) => {
  if (population === 0) return { population, count: 0, share: null, low: null, high: null };
  return { population, count: 0, share: 0, low: 0, high: Z ** 2 / (population + Z ** 2) };
};
