import type { BothCounts, CountUnit, PayQuantiles } from '@skillstream/contracts';
import { addTo, sizeOfSketch, type Sketch } from '../../projections/views/sketch.ts';
import { quantilesOf } from './quantiles.ts';

/** Salaries of postings, and of the distinct jobs among them. */
export type BothSketches = Record<CountUnit, Sketch>;

/** Creates sketches without a salary, to add to. */
export const noSketches = (): BothSketches => ({ postings: new Map(), jobs: new Map() });

/** Adds sketches to others, or subtracts them with `sign` −1. */
export const addSketches = (sum: BothSketches, more: BothSketches, sign: 1 | -1 = 1): BothSketches => {
  addTo(sum.postings, more.postings, sign);
  addTo(sum.jobs, more.jobs, sign);
  return sum;
};

/** Adds salaries of a bucket, as many as the counts say. */
export const addPays = (sum: BothSketches, bucket: number, { postings, jobs }: BothCounts): void => {
  addTo(sum.postings, [[bucket, postings]]);
  addTo(sum.jobs, [[bucket, jobs]]);
};

/** The sketches of a key, empty at first. */
export const sketchesAt = (map: Map<string, BothSketches>, key: string): BothSketches => {
  let sketches = map.get(key);
  if (!sketches) map.set(key, (sketches = noSketches()));
  return sketches;
};

/** Quantiles of the postings or of the jobs, beside how many state a salary in both. */
export const payOfBoth = ({ postings, jobs }: BothSketches, unit: CountUnit): PayQuantiles & BothCounts => ({
  ...quantilesOf(unit === 'jobs' ? jobs : postings),
  ...{ postings: sizeOfSketch(postings), jobs: sizeOfSketch(jobs) },
});
