import type { Difference } from '@skillstream/contracts';

/** The fields of a fact that a verification compares. */
export type CurrentFact = { postingId: string; partition: number; offset: number; retracted: boolean };
/** A posting whose fact is not of its last record in the log: offsets, null where there is nothing. */
export type FactDifference = { postingId: string; expected: number | null; found: number | null };

/** One partition of the log, up to an offset (exclusive); newer facts are not a difference. */
export type ReadPart = { partition: number; readTo: number };

type Verdict = 'equal' | 'cleaned' | 'differs';

// The marker of a retraction outlives its tombstone, which the log retains for 30 days.
const verdictOn = (expected: number | null, fact: CurrentFact | null, { readTo }: ReadPart): Verdict => {
  if (fact === null) return expected === null ? 'equal' : 'differs';
  if (fact.offset === expected || fact.offset >= readTo) return 'equal';
  return expected === null && fact.retracted ? 'cleaned' : 'differs';
};

/**
 * Compares the facts of a partition with its log by id and offset, in both directions, as the facts are read. A fact
 * that is replaced meanwhile may be read twice: the last read counts.
 * @param last the last offset of each posting in the log
 */
export const createFactComparison = (part: ReadPart, last: ReadonlyMap<string, number>) => {
  const unseen = new Set(last.keys());
  const differences = new Map<string, FactDifference>();
  let cleaned = 0;
  return {
    take: (facts: CurrentFact[]): void => {
      for (const fact of facts) {
        const { postingId, offset } = fact;
        const expected = last.get(postingId) ?? null;
        const verdict = verdictOn(expected, fact, part);
        unseen.delete(postingId);
        if (verdict === 'differs') differences.set(postingId, { postingId, expected, found: offset });
        else differences.delete(postingId);
        if (verdict === 'cleaned') cleaned += 1;
      }
    },
    /** The differences, including postings without a fact; `cleaned` counts markers without a tombstone. */
    end: (): { differences: FactDifference[]; cleaned: number } => {
      const missing = [...unseen].map((postingId) => ({
        ...{ postingId, found: null },
        expected: last.get(postingId)!,
      }));
      return { differences: [...differences.values(), ...missing], cleaned };
    },
  };
};

/** The differences that remain, by facts that were read since. */
export const remainingDifferences = (
  part: ReadPart,
  differences: FactDifference[],
  facts: CurrentFact[],
): FactDifference[] => {
  const here = facts.filter(({ partition }) => partition === part.partition);
  const now = new Map(here.map((fact) => [fact.postingId, fact]));
  return differences.flatMap(({ postingId, expected }) => {
    const fact = now.get(postingId) ?? null;
    if (verdictOn(expected, fact, part) !== 'differs') return [];
    return [{ postingId, expected, found: fact?.offset ?? null }];
  });
};

const text = (offset: number | null): string | null => (offset === null ? null : String(offset));

/** Converts a difference into what the API reports. */
export const reportedDifference = (
  { partition }: ReadPart,
  { postingId, expected, found }: FactDifference,
): Difference => ({
  ...{ model: 'facts', partition, key: postingId, field: 'offset' },
  expected: text(expected),
  found: text(found),
});
