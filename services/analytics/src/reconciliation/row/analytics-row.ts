import { UNDECODABLE_SOURCE, type AnalyticsRow } from '@skillstream/contracts';
import type { DeadPosting } from './dead-letter-counts.ts';

/** Live postings of a source, and the sum of their versions. */
export type SourceTotals = { counted: number; versions: number };
/** At which version the projection holds a posting. */
export type CurrentVersion = { version: number; retracted: boolean };

/**
 * Analytics' line of the ledger: every live posting at the latest version that is known here, counted or
 * dead-lettered, and apart from them the retractions that died.
 * @param counted live postings and the sum of their versions by source, as the projection holds them
 * @param dead the newest dead letter of each posting that has one
 * @param heldVersions how the projection holds those postings
 */
export const analyticsLineOf = (
  counted: Map<string, SourceTotals>,
  dead: DeadPosting[],
  heldVersions: ReadonlyMap<string, CurrentVersion>,
  unknown: number,
): AnalyticsRow['sources'] => {
  // A Map: a source may be called "constructor".
  const sources = new Map<string, Required<AnalyticsRow['sources'][string]>>();
  const of = (source: string) => {
    const line = sources.get(source) ?? { counted: 0, deadLettered: 0, versions: 0, deadRetractions: 0 };
    sources.set(source, line);
    return line;
  };
  for (const [source, totals] of counted) Object.assign(of(source), totals);
  for (const { postingId, source, version, retracted } of dead) {
    const held = heldVersions.get(postingId);
    // Counted since, at this version (replayed) or a newer one.
    if (held !== undefined && held.version >= version) continue;
    const line = of(source);
    line.deadLettered += 1;
    if (retracted) line.deadRetractions += 1;
    else line.versions += version;
    if (held === undefined || held.retracted) continue;
    line.counted -= 1;
    line.versions -= held.version;
  }
  if (unknown > 0) of(UNDECODABLE_SOURCE).deadLettered += unknown;
  return Object.fromEntries(sources);
};
