/** What a posting can be counted apart by, beside its month. */
export const sliceDimensions = ['role', 'country', 'seniority', 'workplace'] as const;
export type SliceDimension = (typeof sliceDimensions)[number];

/** The combinations that views are kept for, of each month; any other is counted from the facts when it is asked. */
export const materializedSlices = [
  [],
  ['role'],
  ['country'],
  ['role', 'country'],
  ['role', 'seniority'],
  ['role', 'workplace'],
] as const satisfies SliceDimension[][];

/** The kept combination of just these dimensions; null where there is none. */
export const materializedSliceOf = (asked: readonly SliceDimension[]): readonly SliceDimension[] | null =>
  materializedSlices.find(
    (kept: readonly SliceDimension[]) =>
      kept.length === asked.length && asked.every((name) => kept.includes(name)),
  ) ?? null;
