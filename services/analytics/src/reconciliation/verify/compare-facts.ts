import type { Difference } from '@skillstream/contracts';

/** The fields of a fact that a verification compares. */
export type CurrentFact = {
  postingId: string;
  partition: number;
  offset: number;
  retracted: boolean;
  /** Absent where it counts as a job. */
  primary?: boolean | undefined;
};
/** A posting whose fact is not of its last record in the log: offsets, null where there is nothing. */
type OffsetDifference = { postingId: string; expected: number | null; found: number | null };
/** One whose fact is of its last record, and counts as a job where that says it does not, or the other way. */
type PrimaryDifference = { postingId: string; isPrimary: boolean };
export type FactDifference = OffsetDifference | PrimaryDifference;

/** The last record of each posting in the log of a partition. */
export type LastRecords = {
  offsets: ReadonlyMap<string, number>;
  /** Those whose last record says that another posting is the primary of their job. */
  duplicates: ReadonlySet<string>;
};

/** One partition of the log, up to an offset (exclusive); newer facts are not a difference. */
export type ReadPart = { partition: number; readTo: number };

type Expected = { offset: number | null; isPrimary: boolean };
type Verdict = 'equal' | 'cleaned' | 'differs' | 'counts-otherwise';

// The marker of a retraction outlives its tombstone, which the log retains for 30 days.
const verdictOn = (expected: Expected, fact: CurrentFact | null, { readTo }: ReadPart): Verdict => {
  const { offset, isPrimary } = expected;
  if (fact === null) return offset === null ? 'equal' : 'differs';
  if (fact.offset === offset) return (fact.primary !== false) === isPrimary ? 'equal' : 'counts-otherwise';
  if (fact.offset >= readTo) return 'equal';
  return offset === null && fact.retracted ? 'cleaned' : 'differs';
};

const expectedOf = ({ offsets, duplicates }: LastRecords, postingId: string): Expected => ({
  offset: offsets.get(postingId) ?? null,
  isPrimary: !duplicates.has(postingId),
});

const differenceOf = (
  postingId: string,
  expected: Expected,
  fact: CurrentFact | null,
  part: ReadPart,
): FactDifference | 'cleaned' | null => {
  const verdict = verdictOn(expected, fact, part);
  if (verdict === 'counts-otherwise') return { postingId, isPrimary: expected.isPrimary };
  if (verdict === 'differs') return { postingId, expected: expected.offset, found: fact?.offset ?? null };
  return verdict === 'cleaned' ? verdict : null;
};

/**
 * Compares the facts of a partition with its log by id, offset and whether they count as jobs, in both directions, as
 * the facts are read. A fact that is replaced meanwhile may be read twice: the last read counts.
 */
export const createFactComparison = (part: ReadPart, last: LastRecords) => {
  const unseen = new Set(last.offsets.keys());
  const differences = new Map<string, FactDifference>();
  let cleaned = 0;
  return {
    take: (facts: CurrentFact[]): void => {
      for (const fact of facts) {
        const { postingId } = fact;
        const difference = differenceOf(postingId, expectedOf(last, postingId), fact, part);
        unseen.delete(postingId);
        differences.delete(postingId);
        if (difference === 'cleaned') cleaned += 1;
        else if (difference) differences.set(postingId, difference);
      }
    },
    /** The differences, including postings without a fact; `cleaned` counts markers without a tombstone. */
    end: (): { differences: FactDifference[]; cleaned: number } => {
      const missing = [...unseen].map((postingId) => ({
        ...{ postingId, found: null },
        expected: last.offsets.get(postingId)!,
      }));
      return { differences: [...differences.values(), ...missing], cleaned };
    },
  };
};

/** The differences that remain, by facts that were read since. */
export const remainingDifferences = (
  part: ReadPart,
  last: LastRecords,
  differences: FactDifference[],
  facts: CurrentFact[],
): FactDifference[] => {
  const here = facts.filter(({ partition }) => partition === part.partition);
  const now = new Map(here.map((fact) => [fact.postingId, fact]));
  return differences.flatMap(({ postingId }) => {
    const found = differenceOf(postingId, expectedOf(last, postingId), now.get(postingId) ?? null, part);
    return found === null || found === 'cleaned' ? [] : [found];
  });
};

const text = (offset: number | null): string | null => (offset === null ? null : String(offset));

/** Converts a difference into what the API reports. */
export const reportedDifference = ({ partition }: ReadPart, difference: FactDifference): Difference => {
  const place = { model: 'facts', partition, key: difference.postingId } as const;
  if ('isPrimary' in difference) {
    const { isPrimary } = difference;
    return { ...place, field: 'primary', expected: String(isPrimary), found: String(!isPrimary) };
  }
  return { ...place, field: 'offset', expected: text(difference.expected), found: text(difference.found) };
};
