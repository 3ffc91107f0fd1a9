import {
  materializedSliceOf,
  materializedSlices,
  sliceDimensions,
  type DemandFilter,
} from '@skillstream/contracts';

type Dimensions = { role?: string; country?: string | null; seniority?: string; workplace?: string };

const nameOf = (dimensions: readonly (keyof Dimensions)[], values: Dimensions): string =>
  dimensions.length === 0 ? 'all' : dimensions.map((name) => `${name}=${values[name]}`).join(',');

/** Returns the slices that a posting belongs to; one without a country is in no country's slice. */
export const slicesOf = (posting: Required<Dimensions>): string[] =>
  materializedSlices
    .filter((dimensions) => dimensions.every((name) => posting[name] !== null))
    .map((d) => nameOf(d, posting));

/**
 * Returns the slice that answers a query; null when no slice is materialized for this combination of filters. There is
 * none of one source: a thousand sources would be a thousand times as many views.
 */
export const sliceFor = (filter: DemandFilter): string | null => {
  if (filter.source !== undefined) return null;
  const dimensions = materializedSliceOf(sliceDimensions.filter((name) => filter[name] !== undefined));
  return dimensions ? nameOf(dimensions, filter) : null;
};
