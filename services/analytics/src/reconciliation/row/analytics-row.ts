import { UNDECODABLE_SOURCE, type AnalyticsRow } from '@skillstream/contracts';
import type { DeadPosting } from './dead-letter-counts.ts';

/** Live postings of a source, and the sum of their versions. */
export type SourceTotals = { counted: number; versions: number };
/** The version at which the projection has a posting. */
export type CurrentVersion = { version: number; retracted: boolean };

/**
 * Computes analytics' row of the ledger: every live posting at its latest known version, counted or dead-lettered, and
 * separately the retractions that are dead letters.
 * @param counted live postings and the sum of their versions by source, from the projection
 * @param dead the newest dead letter of each posting that has one
 * @param currentVersions the versions at which the projection has those postings
 */
export const analyticsRowOf = (
  counted: Map<string, SourceTotals>,
  dead: DeadPosting[],
  currentVersions: ReadonlyMap<string, CurrentVersion>,
  unknown: number,
): AnalyticsRow['sources'] => {
  // A Map: a source may be named "constructor".
  const sources = new Map<string, Required<AnalyticsRow['sources'][string]>>();
  const of = (source: string) => {
    const line = sources.get(source) ?? { counted: 0, deadLettered: 0, versions: 0, deadRetractions: 0 };
    sources.set(source, line);
    return line;
  };
  for (const [source, totals] of counted) Object.assign(of(source), totals);
  for (const { postingId, source, version, retracted } of dead) {
    const current = currentVersions.get(postingId);
    // Counted since then, at this version (replayed) or a newer one.
    if (current !== undefined && current.version >= version) continue;
    const line = of(source);
    line.deadLettered += 1;
    if (retracted) line.deadRetractions += 1;
    else line.versions += version;
    if (current === undefined || current.retracted) continue;
    line.counted -= 1;
    line.versions -= current.version;
  }
  if (unknown > 0) of(UNDECODABLE_SOURCE).deadLettered += unknown;
  return Object.fromEntries(sources);
};
