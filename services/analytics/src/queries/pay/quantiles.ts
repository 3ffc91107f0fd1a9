import type { PayQuantiles } from '@skillstream/contracts';
import { payOf, sizeOfSketch, type Sketch } from '../../projections/views/sketch.ts';

/** The minimum number of stated salaries for which quantiles are given. */
export const LEAST_PAYS = 20;

/**
 * Returns a quantile of the salaries in a sketch (DDSketch, algorithm 2): the bucket of the lower of the two nearest,
 * and so within the sketch's accuracy of a salary that was stated.
 * @param share from 0 (the smallest) to 1 (the largest)
 * @returns US dollars a year; NaN for an empty sketch
 */
export const quantileOf = (sketch: Sketch, share: number): number => {
  const place = Math.floor((sizeOfSketch(sketch) - 1) * share);
  let passed = 0;
  for (const [bucket, n] of [...sketch].sort(([a], [b]) => a - b)) {
    passed += n;
    if (passed > place) return payOf(bucket);
  }
  return Number.NaN;
};

/** Returns the quantiles of the salaries in a sketch in whole dollars; nulls when there are too few. */
export const quantilesOf = (sketch: Sketch): PayQuantiles => {
  const count = sizeOfSketch(sketch);
  const at = (share: number) => (count < LEAST_PAYS ? null : Math.round(quantileOf(sketch, share)));
  return { count, p10: at(0.1), p25: at(0.25), median: at(0.5), p75: at(0.75), p90: at(0.9) };
};
