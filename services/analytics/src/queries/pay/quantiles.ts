import type { PayQuantiles } from '@skillstream/contracts';
import { Z } from '../demand/wilson.ts';
import { payOf, sizeOfSketch, type Sketch } from '../../projections/views/sketch.ts';

/** The minimum number of stated salaries for which quantiles are given. */
export const LEAST_PAYS = 20;

/**
 * Returns a quantile of the salaries in a sketch (DDSketch, algorithm 2): the bucket of the lower of the two nearest,
 * and so within the sketch's accuracy of a salary that was stated.
 * @param share from 0 (the smallest) to 1 (the largest)
 * @returns US dollars a year; NaN for an empty sketch
 */
export const quantileOf = (sketch: Sketch, share: number): number =>
  payAt(sketch, Math.floor((sizeOfSketch(sketch) - 1) * share));

/** The salary at a place among them, 0 for the smallest. */
const payAt = (sketch: Sketch, place: number): number => {
  let passed = 0;
  for (const [bucket, n] of [...sketch].sort(([a], [b]) => a - b)) {
    passed += n;
    if (passed > place) return payOf(bucket);
  }
  return Number.NaN;
};

/**
 * The places of the two salaries between which the median of all that might have been stated lies, with at least 95%
 * (Campbell and Gardner 1988, doi:10.1136/bmj.296.6634.1454): how many are below it is binomial, whatever they are.
 * @param count of salaries, 20 or more
 */
export const medianPlaces = (count: number): readonly [low: number, high: number] => {
  const place = Math.round(count / 2 - (Z * Math.sqrt(count)) / 2) - 1;
  return [place, count - 1 - place];
};

/** Returns the quantiles of the salaries in a sketch in whole dollars; nulls when there are too few. */
export const quantilesOf = (sketch: Sketch): PayQuantiles => {
  const count = sizeOfSketch(sketch);
  const unlessFew = (pay: () => number) => (count < LEAST_PAYS ? null : Math.round(pay()));
  const at = (share: number) => unlessFew(() => quantileOf(sketch, share));
  const [low, high] = medianPlaces(count);
  return {
    ...{ count, p10: at(0.1), p25: at(0.25), median: at(0.5) },
    ...{ medianLow: unlessFew(() => payAt(sketch, low)), medianHigh: unlessFew(() => payAt(sketch, high)) },
    ...{ p75: at(0.75), p90: at(0.9) },
  };
};
