/** The dimensions by which postings are counted, beside the month. */
export const sliceDimensions = ['role', 'country', 'seniority', 'workplace'] as const;
export type SliceDimension = (typeof sliceDimensions)[number];

/** The combinations that views are materialized for, of each month; any other is counted from the facts on demand. */
export const materializedSlices = [
  [],
  ['role'],
  ['country'],
  ['role', 'country'],
  ['role', 'seniority'],
  ['role', 'workplace'],
] as const satisfies SliceDimension[][];

/** The materialized combination of exactly these dimensions; null where there is none. */
export const materializedSliceOf = (asked: readonly SliceDimension[]): readonly SliceDimension[] | null =>
  materializedSlices.find(
    (kept: readonly SliceDimension[]) =>
      kept.length === asked.length && asked.every((name) => kept.includes(name)),
  ) ?? null;
