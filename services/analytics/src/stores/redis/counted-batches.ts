/** When the record of an offset was counted, in milliseconds since 1970, and by which replica; null: not known. */
export type CountedBatch = { countedMs: number | null; countedBy: string | null };

const NOT_KNOWN: CountedBatch = { countedMs: null, countedBy: null };

/**
 * Finds the write that counted an offset among the remembered ones, each as the script writes it: the position before,
 * the position after, the time, the replica. What none of them covers was counted by a release that remembers none, or
 * too long ago. Where two cover it (the views were set back to a backup and have gone on) the later one holds.
 */
export const batchWith = (batches: readonly (string | null)[], offset: number | null): CountedBatch => {
  if (offset === null) return NOT_KNOWN;
  let found = NOT_KNOWN;
  for (const batch of batches) {
    const [before, after, ms, ...name] = (batch ?? '').split(' ');
    if (batch === null || name.length === 0 || offset <= Number(before) || offset > Number(after)) continue;
    if (Number(ms) >= (found.countedMs ?? 0)) found = { countedMs: Number(ms), countedBy: name.join(' ') };
  }
  return found;
};
