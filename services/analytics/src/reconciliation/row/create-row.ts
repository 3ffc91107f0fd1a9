import { oneAtATime } from '@skillstream/async';
import type { AnalyticsRow } from '@skillstream/contracts';
import type { DeadLetterCounts } from './dead-letter-counts.ts';
import { analyticsLineOf } from './analytics-row.ts';
import { unheldDead } from './unknown-dead.ts';
import { createFactTotals } from './fact-totals.ts';
import { createCurrentVersions } from './current-versions.ts';
import { totalsFromViews } from './view-totals.ts';
import type { Stores } from '../../stores/stores-of.ts';

type LedgerRowDeps = {
  stores: () => Promise<Pick<Stores, 'views' | 'facts'>>;
  partitions: () => Promise<number>;
  viewsLive: () => Promise<boolean>;
  deadLetterCounts: Pick<DeadLetterCounts, 'postings' | 'unknown' | 'revision'>;
  /** Asked before the counts: what was taken by then stands in them. */
  lag: () => Promise<number>;
};

/**
 * Analytics' line of the ledger, from stored state. One look at a time, however many ask, and what it costs does
 * not grow with the postings (docs/adr/0025-the-cost-of-the-ledger.md).
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
    const sources = analyticsLineOf(counted, dead, versions, deadLetterCounts.unknown());
    return { lag: behind, sources, dead: unheldDead(dead, versions) };
  };
  return oneAtATime(look).ask;
};
