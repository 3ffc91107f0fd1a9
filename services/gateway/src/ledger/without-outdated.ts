import type { AnalyticsRow, PostingVersion } from '@skillstream/contracts';

/**
 * Takes dead letters out of analytics' line whose posting has a newer version at ingestion: not they are what became
 * of it. That is so when the newer version is a retraction whose tombstone was cleaned from the log before the facts
 * were built anew: the posting would stand among the retracted and among the dead letters. Where the newer version is
 * a posting that lives, it is that one which is missing.
 * @param known those of the postings of `line.dead` that ingestion has, at their present versions
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
