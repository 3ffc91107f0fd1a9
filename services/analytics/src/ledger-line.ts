import type { AnalyticsLine } from '@skillstream/contracts';
import type { DeadLetterTally } from './ledger/dead-letter-tally.ts';
import { analyticsLineOf } from './ledger/analytics-line.ts';
import { unheldDead } from './ledger/unheld-dead.ts';
import { totalsFromFacts, totalsFromViews, versionsOf } from './store/ledger-reader.ts';
import type { Stores } from './stores.ts';

export type LedgerLineDeps = {
  stores: () => Promise<Stores>;
  partitions: () => Promise<number>;
  viewsLive: () => Promise<boolean>;
  tally: DeadLetterTally;
  /** Asked before the counts: what was taken by then stands in them. */
  lag: () => Promise<number>;
};

/** Analytics' line of the ledger, from stored state. */
export const createLedgerLine =
  ({ stores, partitions, viewsLive, tally, lag }: LedgerLineDeps) =>
  async (): Promise<AnalyticsLine> => {
    const behind = await lag();
    const { views, facts } = await stores();
    const counted = (await viewsLive())
      ? await totalsFromViews(views, await partitions())
      : await totalsFromFacts(facts);
    const dead = tally.postings();
    const versions = await versionsOf(
      facts,
      dead.map(({ postingId }) => postingId),
    );
    const sources = analyticsLineOf(counted, dead, versions, tally.unknown());
    return { lag: behind, sources, dead: unheldDead(dead, versions) };
  };
