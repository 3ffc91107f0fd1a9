import { MOST_PAY } from '../../contribution/usd-per-year.ts';

/** Relative accuracy: a salary read from a sketch differs from one that was added by at most this share. */
export const RELATIVE_ACCURACY = 0.01;
const GAMMA = (1 + RELATIVE_ACCURACY) / (1 - RELATIVE_ACCURACY);

// By multiplication, which every machine rounds in the same way, and not by a logarithm, which may differ: what one
// release adds to a bucket another must subtract from the same.
const upperEnds: number[] = [1];
while (upperEnds.at(-1)! < MOST_PAY) upperEnds.push(upperEnds.at(-1)! * GAMMA);

/**
 * Returns the bucket of a salary: the first whose upper end, γ to the power of its number, is not below it (DDSketch:
 * Masson, Rim and Lee 2019, doi:10.14778/3352063.3352135).
 * @param usd US dollars a year, above 0
 */
export const bucketOf = (usd: number): number => {
  let [low, high] = [0, upperEnds.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (upperEnds[middle]! >= usd) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** The salary that represents a bucket, in US dollars a year: at the same relative distance from both ends. */
export const payOf = (bucket: number): number => (2 * upperEnds[bucket]!) / (GAMMA + 1);

/** Number of salaries by bucket. Sketches are merged and subtracted bucket by bucket. */
export type Sketch = Map<number, number>;

/** Adds counts to a sketch, or subtracts them with `sign` −1. */
export const addTo = (
  sketch: Sketch,
  more: Iterable<readonly [number, number]>,
  sign: 1 | -1 = 1,
): Sketch => {
  for (const [bucket, n] of more) {
    const sum = (sketch.get(bucket) ?? 0) + sign * n;
    if (sum === 0) sketch.delete(bucket);
    else sketch.set(bucket, sum);
  }
  return sketch;
};

/** Number of salaries in a sketch. */
export const sizeOfSketch = (sketch: Sketch): number => {
  let size = 0;
  for (const n of sketch.values()) size += n;
  return size;
};
