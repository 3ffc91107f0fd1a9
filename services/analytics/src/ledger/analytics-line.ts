import type { AnalyticsLine } from '@skillstream/contracts';
import type { DeadPosting } from './dead-letter-tally.ts';

export type SourceTotals = { counted: number; versions: number };

/** The source of records that cannot be decoded and do not say whose they are. */
export const UNKNOWN_SOURCE = 'unknown';

/**
 * Analytics' line of the ledger: every posting at the latest version that is known here, counted or dead-lettered.
 * @param counted postings and sum of versions by source, as the projection holds them
 * @param dead the newest dead letter of each posting that has one
 * @param countedVersions the version at which the projection holds those postings
 */
export const analyticsLineOf = (
  counted: Map<string, SourceTotals>,
  dead: DeadPosting[],
  countedVersions: Map<string, number>,
  unknown: number,
): AnalyticsLine['sources'] => {
  const sources: AnalyticsLine['sources'] = {};
  const of = (source: string) => (sources[source] ??= { counted: 0, deadLettered: 0, versions: 0 });
  for (const [source, totals] of counted) Object.assign(of(source), totals);
  for (const { postingId, source, version } of dead) {
    const held = countedVersions.get(postingId);
    // Counted since, at this version (replayed) or a newer one.
    if (held !== undefined && held >= version) continue;
    const line = of(source);
    line.deadLettered += 1;
    line.versions += version;
    if (held === undefined) continue;
    line.counted -= 1;
    line.versions -= held;
  }
  if (unknown > 0) of(UNKNOWN_SOURCE).deadLettered += unknown;
  return sources;
};
