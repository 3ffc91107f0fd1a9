import {
  MOST_VERSIONS,
  type ComparisonRequest,
  type PostingVersion,
  type VersionsCompared,
} from '@skillstream/contracts';
import { compareVersions, type FactVersion } from './compare-versions.ts';

type ComparisonDeps = {
  /** The first facts of a range of ids, in the order of the ids; the bounds are those of the request. */
  factsIn: (after: string | null, upTo: string | null, most: number) => Promise<FactVersion[]>;
  factsOf: (postingIds: string[]) => Promise<FactVersion[]>;
  diedAt: (postingId: string) => number | null;
  /** Maximum number of facts that one comparison reads. */
  mostFacts?: number;
};

// As MongoDB orders ids: by UTF-8 bytes, not by UTF-16 code units.
const isUpTo = (end: string) => {
  const last = Buffer.from(end);
  return ({ postingId }: PostingVersion) => Buffer.compare(Buffer.from(postingId), last) <= 0;
};

/**
 * Compares pages of ingestion's postings with the facts. When a range has more facts than one comparison reads (of
 * postings that ingestion no longer knows) it ends earlier, and says where: memory is bounded by the page.
 */
export const createComparison =
  ({ factsIn, factsOf, diedAt, mostFacts = MOST_VERSIONS }: ComparisonDeps) =>
  async (request: ComparisonRequest): Promise<VersionsCompared> => {
    const { rows } = request;
    if ('postingIds' in request)
      return { ...compareVersions(rows, await factsOf(request.postingIds), diedAt), upTo: null };
    const { after, upTo } = request;
    const facts = await factsIn(after, upTo, mostFacts + 1);
    if (facts.length <= mostFacts) return { ...compareVersions(rows, facts, diedAt), upTo };
    const read = facts.slice(0, mostFacts);
    const end = read.at(-1)!.postingId;
    return { ...compareVersions(rows.filter(isUpTo(end)), read, diedAt), upTo: end };
  };

export type Comparison = ReturnType<typeof createComparison>;
