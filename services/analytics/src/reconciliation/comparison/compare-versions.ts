import type { PostingVersion, VersionCounts, VersionDifference } from '@skillstream/contracts';

/** The fields of a fact that a reconciliation compares. */
export type FactVersion = { postingId: string; version: number; retracted: boolean; duplicate: boolean };

type State = VersionDifference['accepted'];
type Kind = VersionDifference['kind'];

const stateOf = ({ version, retracted, duplicate }: NonNullable<State>): State => ({
  ...{ version, retracted },
  ...(duplicate !== undefined && { duplicate }),
});
// Of what ingestion does not say the response says nothing either, as before.
const countedOf = ({ version, retracted, duplicate }: FactVersion, row: PostingVersion): State =>
  stateOf({ version, retracted, ...(row.duplicate !== undefined && { duplicate }) });

// Two retractions of one posting count the same, yet the older one is not the latest version.
const kindOf = (row: PostingVersion, fact: FactVersion | undefined): Kind | null => {
  if (!fact) return 'missing';
  if (fact.version > row.version) return 'too-much';
  if (fact.version < row.version || fact.retracted !== row.retracted) return 'behind';
  return row.duplicate === undefined || row.duplicate === fact.duplicate ? null : 'behind';
};

/**
 * Compares what ingestion accepted with what analytics counts, posting by posting. These are not differences: a
 * posting that waits to be published, whatever its fact; one whose latest version is a dead letter; and a retracted
 * one without a fact, since its tombstone may have been cleaned from the log before the facts were built.
 * @param rows postings as ingestion has them
 * @param facts of the same postings or the same range of ids
 * @param diedAt the newest dead-lettered version of a posting; null when there is none
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
    if (row.expiredAt !== undefined) counts.expired = (counts.expired ?? 0) + 1;
    if (row.pending) counts.pending += 1;
    else if (kind === null) continue;
    else if (kind !== 'too-much' && (diedAt(postingId) ?? 0) >= version) counts.deadLettered += 1;
    else if (kind === 'missing' && row.retracted) counts.retractedWithoutFact += 1;
    else {
      const difference = {
        kind,
        postingId,
        accepted: stateOf(row),
        counted: fact ? countedOf(fact, row) : null,
      };
      differences.push({ ...difference, ...(row.expiredAt && { expiredAt: row.expiredAt }) });
    }
  }
  for (const fact of open.values())
    differences.push({
      kind: 'too-much',
      postingId: fact.postingId,
      accepted: null,
      counted: stateOf({ version: fact.version, retracted: fact.retracted }),
    });
  return { counts, differences };
};
