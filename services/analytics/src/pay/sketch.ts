/** A pay that comes out of a sketch is this much from one that went in, at the most, as a share of it. */
export const RELATIVE_ACCURACY = 0.01;
/** Pays above it count in its bucket: nobody is paid a billion dollars a year, and a slip must not make keys. */
const MOST_PAY = 1e9;
const GAMMA = (1 + RELATIVE_ACCURACY) / (1 - RELATIVE_ACCURACY);

// By multiplication, which every machine rounds in the same way, and not by a logarithm, which they need not: a pay
// that was added by one release must be taken out of the same bucket by another.
const upperEnds: number[] = [1];
while (upperEnds.at(-1)! < MOST_PAY) upperEnds.push(upperEnds.at(-1)! * GAMMA);

/**
 * The bucket of a pay: the first whose upper end, γ to the power of its number, is not below it (DDSketch: Masson, Rim
 * and Lee 2019, doi:10.14778/3352063.3352135).
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

/** The pay that stands for a bucket, in US dollars a year: as far from its ends, as a share of them. */
export const payOf = (bucket: number): number => (2 * upperEnds[bucket]!) / (GAMMA + 1);

/** How many pays each bucket holds. Two are merged, and one is taken from another, by their counts alone. */
export type Sketch = Map<number, number>;

/** Adds counts to a sketch, or with `sign` −1 takes them away. */
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

/** How many pays a sketch holds, over all buckets. */
export const sizeOfSketch = (sketch: Sketch): number => {
  let size = 0;
  for (const n of sketch.values()) size += n;
  return size;
};
