// Quantiles of Student's t for two-sided 95 %, by degrees of freedom from 1.
const T = [
  ...[12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228],
  ...[2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11, 2.101, 2.093, 2.086],
];

export type Ratio = { ratio: number; low: number; high: number };

/**
 * The ratio of paired measurements with its 95 % interval: the geometric mean of the pairs' ratios, by Student's t
 * over their logarithms, since a pair that is twice as much weighs as much as one that is half.
 * @param pairs two to 21 of what is measured and what it is compared with, both above 0
 */
export const ratioInterval = (pairs: readonly (readonly [measured: number, base: number])[]): Ratio => {
  const logs = pairs.map(([measured, base]) => Math.log(measured / base));
  const count = logs.length;
  const mean = logs.reduce((sum, one) => sum + one, 0) / count;
  const variance = logs.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (count - 1);
  const half = T[count - 2]! * Math.sqrt(variance / count);
  return { ratio: Math.exp(mean), low: Math.exp(mean - half), high: Math.exp(mean + half) };
};
