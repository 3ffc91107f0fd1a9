import { isDeepStrictEqual } from 'node:util';
import {
  operations,
  type AnalyticsRow,
  type UnavailableService,
  type Ledger,
  type OperationAnswer,
} from '@skillstream/contracts';
import type { AskUpstream } from '../upstreams/ask-upstream.ts';
import type { LastKnown } from '../overview/last-known.ts';
import type { Upstream } from '../upstreams/upstreams.ts';
import { withReadinessReason } from '../overview/unready-reason.ts';
import { moving, sumLedger } from './sum-ledger.ts';
import { withoutOutdated } from './without-outdated.ts';

type RowOperation = 'getIngestionRow' | 'getTaggingRow' | 'getAnalyticsRow';

// Ingestion's row needs a scan of every posting. While postings move, nothing is claimed, so an older row will do.
const WHILE_MOVING = { 'cache-control': 'max-age=5' };
// A balanced ledger is a claim about everything that was accepted before the request, so the count must start after
// it.
const BEFORE_A_CLAIM = { 'cache-control': 'no-cache' };

/**
 * Reads the ledger, in the direction that postings travel, so that what left one service is seen in the next. If it
 * then looks idle, ingestion is asked again: a posting that arrived meanwhile would look like one too many. For an
 * unavailable upstream its last known row is used, and nothing is claimed.
 * @throws SkillstreamError `unavailable`, naming an unavailable upstream that has no last known row
 */
export const readLedger = async (ask: AskUpstream, lastKnown: LastKnown): Promise<Ledger> => {
  const away = new Map<Upstream, UnavailableService>();
  const row = async <I extends RowOperation>(
    id: I,
    headers: Record<string, string> = {},
  ): Promise<OperationAnswer<I>> => {
    const upstream: Upstream = operations[id].owner;
    const reported = await lastKnown(
      upstream,
      id,
      () => ask<RowOperation>(id, { headers }) as Promise<OperationAnswer<I>>,
    );
    if (reported.away === null) return reported.value;
    if (reported.value === null) throw reported.error;
    away.set(upstream, await withReadinessReason(ask, upstream, reported.away, reported.error));
    return reported.value;
  };
  // Only before a claim: it costs one request, and only where there are such dead letters.
  const presentDead = async (counted: AnalyticsRow): Promise<AnalyticsRow> => {
    const postingIds = [...new Set((counted.dead ?? []).map(({ postingId }) => postingId))];
    if (postingIds.length === 0 || away.size > 0) return counted;
    const { rows } = await ask('findVersions', { body: { postingIds } });
    return withoutOutdated(counted, rows);
  };
  const reported = (ledger: Ledger): Ledger =>
    away.size > 0 ? { ...moving(ledger), away: [...away.values()] } : ledger;

  // At once, since of two that wait for Kafka each takes its whole patience: nothing is claimed of this look.
  const [tagging, analytics] = await Promise.all([row('getTaggingRow'), row('getAnalyticsRow')]);
  if (away.size > 0 || tagging.lag > 0 || analytics.lag > 0) {
    const ingestion = await row('getIngestionRow', WHILE_MOVING);
    return reported(moving(sumLedger(ingestion, tagging, analytics)));
  }
  const ingestion = await row('getIngestionRow');
  const [settledTagging, counted] = [await row('getTaggingRow'), await row('getAnalyticsRow')];
  const ledger = sumLedger(ingestion, settledTagging, await presentDead(counted));
  if (away.size > 0 || !ledger.idle) return reported(ledger);
  const still = isDeepStrictEqual(ingestion, await row('getIngestionRow', BEFORE_A_CLAIM));
  return reported(still ? ledger : moving(ledger));
};
