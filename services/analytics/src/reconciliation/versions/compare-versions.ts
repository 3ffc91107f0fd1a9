import type { PostingVersion, VersionCounts, VersionDifference } from '@skillstream/contracts';

/** A fact as far as a reconciliation looks at it. */
export type FactVersion = { postingId: string; version: number; retracted: boolean };

type State = VersionDifference['accepted'];
type Kind = VersionDifference['kind'];

const stateOf = ({ version, retracted }: NonNullable<State>): State => ({ version, retracted });

// Two retractions of one posting differ in nothing that is counted, yet an older one was not the last that was said.
const kindOf = (row: PostingVersion, fact: FactVersion | undefined): Kind | null => {
  if (!fact) return 'missing';
  if (fact.version > row.version) return 'too-much';
  return fact.version < row.version || fact.retracted !== row.retracted ? 'behind' : null;
};

/**
 * Compares what ingestion accepted with what analytics counts, posting by posting. No differences are: a posting that
 * waits to be published, whatever the fact says; one whose latest version died; and a retracted one without a fact,
 * since its tombstone may have been cleaned from the log before the facts were built.
 * @param rows postings as ingestion has them
 * @param facts of the same postings or the same range of ids
 * @param diedAt the newest version of a posting that is a dead letter; null where it has none
 */
export const compareVersions = (
  rows: readonly PostingVersion[],
  facts: readonly FactVersion[],
  diedAt: (postingId: string) => number | null,
): { counts: VersionCounts; differences: VersionDifference[] } => {
  const open = new Map(facts.map((fact) => [fact.postingId, fact]));
  const counts: VersionCounts = {
    postings: rows.length,
    pending: 0,
    deadLettered: 0,
    retractedWithoutFact: 0,
  };
  const differences: VersionDifference[] = [];
  for (const row of rows) {
    const { postingId, version } = row;
    const fact = open.get(postingId);
    open.delete(postingId);
    const kind = kindOf(row, fact);
    if (row.pending) counts.pending += 1;
    else if (kind === null) continue;
    else if (kind !== 'too-much' && (diedAt(postingId) ?? 0) >= version) counts.deadLettered += 1;
    else if (kind === 'missing' && row.retracted) counts.retractedWithoutFact += 1;
    else differences.push({ kind, postingId, accepted: stateOf(row), counted: fact ? stateOf(fact) : null });
  }
  for (const fact of open.values())
    differences.push({
      kind: 'too-much',
      postingId: fact.postingId,
      accepted: null,
      counted: stateOf(fact),
    });
  return { counts, differences };
};
