// The most characters that `ids` of GET /v1/skills may have (contracts/src/skills-api.ts).
const MOST_CHARS = 1000;

/** Joins ids with commas, in as few lists as that bound allows; an id beyond it is a list of its own. */
export const idBatches = (ids: readonly string[], mostChars = MOST_CHARS): string[] => {
  const batches: string[] = [];
  let batch = '';
  for (const id of ids) {
    if (batch !== '' && batch.length + 1 + id.length > mostChars) {
      batches.push(batch);
      batch = '';
    }
    batch = batch === '' ? id : `${batch},${id}`;
  }
  if (batch !== '') batches.push(batch);
  return batches;
};
