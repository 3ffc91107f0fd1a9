import { oneAtATime } from '@skillstream/async';
import type { AnalyticsRow } from '@skillstream/contracts';
import { type DeadLetterCounts, unknownDeadLetters } from './dead-letter-counts.ts';
import { analyticsRowOf } from './analytics-row.ts';
import { createFactTotals } from './fact-totals.ts';
import { createCurrentVersions } from './current-versions.ts';
import { totalsFromViews } from './view-totals.ts';
import type { Stores } from '../../stores/stores-of.ts';

type LedgerRowDeps = {
  stores: () => Promise<Pick<Stores, 'views' | 'facts'>>;
  partitions: () => Promise<number>;
  viewsLive: () => Promise<boolean>;
  deadLetterCounts: Pick<DeadLetterCounts, 'postings' | 'unknown' | 'revision'>;
  /** Read before the counts, so that they include everything that was processed by then. */
  lag: () => Promise<number>;
};

/**
 * Reads analytics' row of the ledger from stored state. Concurrent callers share one read, whose cost does not grow
 * with the number of postings (docs/adr/0025-the-cost-of-the-ledger.md).
 */
export const createLedgerRow = ({ stores, partitions, viewsLive, deadLetterCounts, lag }: LedgerRowDeps) => {
  const totalsFromFacts = createFactTotals();
  const versionsOf = createCurrentVersions();
  const look = async (): Promise<AnalyticsRow> => {
    const behind = await lag();
    const { views, facts } = await stores();
    const counted = (await viewsLive())
      ? await totalsFromViews(views, await partitions())
      : await totalsFromFacts(facts, behind === 0);
    const revision = deadLetterCounts.revision();
    const dead = deadLetterCounts.postings();
    const ids = dead.map(({ postingId }) => postingId);
    const versions = await versionsOf(facts, ids, revision);
    const sources = analyticsRowOf(counted, dead, versions, deadLetterCounts.unknown());
    return { lag: behind, sources, dead: unknownDeadLetters(dead, versions) };
  };
  return oneAtATime(look).ask;
};
