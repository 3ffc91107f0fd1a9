import type { Difference } from '@skillstream/contracts';

/** Where the log has a posting last. */
export type LastEvent = { partition: number; offset: number };

const differenceOf = (
  postingId: string,
  partition: number,
  expected: number | null,
  found: number | null,
): Difference => ({
  model: 'facts',
  partition,
  key: postingId,
  field: 'offset',
  expected: expected === null ? null : String(expected),
  found: found === null ? null : String(found),
});

/**
 * Compares facts with the log by id and offset, both ways.
 * @param readTo for each partition the offset up to which (exclusive) the log was read: newer facts are no difference
 */
export const compareFacts = (
  log: Map<string, LastEvent>,
  facts: Map<string, LastEvent>,
  readTo: Map<number, number>,
): Difference[] => {
  const differences: Difference[] = [];
  for (const [postingId, { partition, offset }] of log) {
    const found = facts.get(postingId)?.offset ?? null;
    if (found === offset || (found !== null && found >= (readTo.get(partition) ?? 0))) continue;
    differences.push(differenceOf(postingId, partition, offset, found));
  }
  for (const [postingId, { partition, offset }] of facts) {
    if (log.has(postingId) || offset >= (readTo.get(partition) ?? 0)) continue;
    differences.push(differenceOf(postingId, partition, null, offset));
  }
  return differences;
};
