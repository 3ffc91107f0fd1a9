import type { AnalyticsRow, PostingVersion } from '@skillstream/contracts';

/**
 * Removes dead letters from analytics' row whose posting has a newer version at ingestion: they are not its final
 * outcome. That happens when the newer version is a retraction whose tombstone was compacted away before the facts
 * were rebuilt: the posting would count as retracted and as a dead letter. Where the newer version is a live posting,
 * that one is missing.
 * @param known the present versions at ingestion of the postings in `line.dead`, where it has them
 */
export const withoutOutdated = (line: AnalyticsRow, known: readonly PostingVersion[]): AnalyticsRow => {
  const present = new Map(known.map(({ postingId, version }) => [postingId, version]));
  const sources = new Map(Object.entries(line.sources));
  for (const { postingId, source, version, retracted } of line.dead ?? []) {
    const row = sources.get(source);
    if (row === undefined || (present.get(postingId) ?? 0) <= version) continue;
    sources.set(source, {
      ...row,
      deadLettered: row.deadLettered - 1,
      versions: row.versions - (retracted ? 0 : version),
      ...(row.deadRetractions !== undefined && {
        deadRetractions: row.deadRetractions - (retracted ? 1 : 0),
      }),
    });
  }
  return { ...line, sources: Object.fromEntries(sources) };
};
