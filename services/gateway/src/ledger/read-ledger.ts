import { isDeepStrictEqual } from 'node:util';
import {
  operations,
  type AnalyticsRow,
  type AwayPart,
  type Ledger,
  type OperationAnswer,
} from '@skillstream/contracts';
import type { AskUpstream } from '../upstreams/ask-upstream.ts';
import type { LastKnown } from '../overview/last-known.ts';
import type { Upstream } from '../upstreams/upstreams.ts';
import { inItsOwnWords } from '../overview/waits-for.ts';
import { moving, sumLedger } from './sum-ledger.ts';
import { withoutOutdated } from './without-outdated.ts';

type LineOperation = 'getIngestionRow' | 'getTaggingRow' | 'getAnalyticsRow';

// Ingestion's line costs it a look at every posting. While postings move nothing is claimed, so an older one will do.
const WHILE_MOVING = { 'cache-control': 'max-age=5' };
// A balanced ledger is a claim about everything that was accepted before the question: it takes a count begun after
// it.
const BEFORE_A_CLAIM = { 'cache-control': 'no-cache' };

/**
 * Reads the ledger. Where nothing seems to move, in the direction that postings travel, so that what left one part is
 * seen in the next; and where it looks idle then, ingestion is asked again: a posting that came in meanwhile would
 * look like one too many. Of an upstream that is unavailable the line that it told last is taken, and nothing is
 * claimed.
 * @throws SkillstreamError `unavailable`, naming an upstream that is unavailable and of which nothing is known
 */
export const readLedger = async (ask: AskUpstream, lastKnown: LastKnown): Promise<Ledger> => {
  const away = new Map<Upstream, AwayPart>();
  const line = async <I extends LineOperation>(
    id: I,
    headers: Record<string, string> = {},
  ): Promise<OperationAnswer<I>> => {
    const upstream: Upstream = operations[id].owner;
    const reported = await lastKnown(
      upstream,
      id,
      () => ask<LineOperation>(id, { headers }) as Promise<OperationAnswer<I>>,
    );
    if (reported.away === null) return reported.value;
    if (reported.value === null) throw reported.error;
    away.set(upstream, await inItsOwnWords(ask, upstream, reported.away, reported.error));
    return reported.value;
  };
  // Only before a claim: it costs one question, and only where there are such dead letters.
  const presentDead = async (counted: AnalyticsRow): Promise<AnalyticsRow> => {
    const postingIds = [...new Set((counted.dead ?? []).map(({ postingId }) => postingId))];
    if (postingIds.length === 0 || away.size > 0) return counted;
    const { rows } = await ask('findVersions', { body: { postingIds } });
    return withoutOutdated(counted, rows);
  };
  const reported = (ledger: Ledger): Ledger =>
    away.size > 0 ? { ...moving(ledger), away: [...away.values()] } : ledger;

  const [tagging, analytics] = [await line('getTaggingRow'), await line('getAnalyticsRow')];
  if (away.size > 0 || tagging.lag > 0 || analytics.lag > 0) {
    const ingestion = await line('getIngestionRow', WHILE_MOVING);
    return reported(moving(sumLedger(ingestion, tagging, analytics)));
  }
  const ingestion = await line('getIngestionRow');
  const [settledTagging, counted] = [await line('getTaggingRow'), await line('getAnalyticsRow')];
  const ledger = sumLedger(ingestion, settledTagging, await presentDead(counted));
  if (away.size > 0 || !ledger.idle) return reported(ledger);
  const still = isDeepStrictEqual(ingestion, await line('getIngestionRow', BEFORE_A_CLAIM));
  return reported(still ? ledger : moving(ledger));
};
