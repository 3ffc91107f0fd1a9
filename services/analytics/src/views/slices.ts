import type { DemandFilter } from '@skillstream/contracts';

type Dimensions = { role?: string; country?: string | null; seniority?: string; workplace?: string };

/** The combinations that each month keeps a slice for; `all` is the one with no dimension. */
const kept = [
  [],
  ['role'],
  ['country'],
  ['role', 'country'],
  ['role', 'seniority'],
  ['role', 'workplace'],
] as const satisfies (keyof Dimensions)[][];

const nameOf = (dimensions: readonly (keyof Dimensions)[], values: Dimensions): string =>
  dimensions.length === 0 ? 'all' : dimensions.map((name) => `${name}=${values[name]}`).join(',');

/** The slices that a posting belongs to; one without a country is in no country's slice. */
export const slicesOf = (posting: Required<Dimensions>): string[] =>
  kept
    .filter((dimensions) => dimensions.every((name) => posting[name] !== null))
    .map((d) => nameOf(d, posting));

/** The slice that answers a question; null when none is kept for this combination. */
export const sliceFor = (filter: DemandFilter): string | null => {
  const asked = (['role', 'country', 'seniority', 'workplace'] as const).filter(
    (name) => filter[name] !== undefined,
  );
  const dimensions = kept.find(
    (d) => d.length === asked.length && asked.every((name) => (d as string[]).includes(name)),
  );
  return dimensions ? nameOf(dimensions, filter) : null;
};
