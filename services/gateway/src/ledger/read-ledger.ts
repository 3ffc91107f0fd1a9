import { isDeepStrictEqual } from 'node:util';
import {
  analyticsLine,
  ingestionLine,
  laggingLine,
  versionsPage,
  type AnalyticsLine,
  type AwayPart,
  type Ledger,
} from '@skillstream/contracts';
import type { z } from 'zod';
import type { AskOptions, AskPart } from '../upstreams/ask-upstream.ts';
import type { LastKnown } from '../upstreams/last-known.ts';
import type { Part } from '../upstreams/upstreams.ts';
import { inItsOwnWords } from '../upstreams/waits-for.ts';
import { moving, sumLedger } from './sum-ledger.ts';
import { withoutOutdated } from './without-outdated.ts';

const PATH = '/v1/ledger';
// Ingestion's line costs it a look at every posting. While postings move nothing is claimed, so an older one will do.
const WHILE_MOVING = { headers: { 'cache-control': 'max-age=5' } };
// A balanced ledger is a claim about everything that was accepted before the question: it takes a count begun after
// it.
const BEFORE_A_CLAIM = { headers: { 'cache-control': 'no-cache' } };

/**
 * Reads the ledger. Where nothing seems to move, in the direction that postings travel, so that what left one part is
 * seen in the next; and where it looks idle then, ingestion is asked again: a posting that came in meanwhile would
 * look like one too many. Of a part that is away the line that it told last is taken, and nothing is claimed.
 * @throws SkillstreamError `unavailable`, naming a part that is away and of which nothing is known
 */
export const readLedger = async (ask: AskPart, lastKnown: LastKnown): Promise<Ledger> => {
  const away = new Map<Part, AwayPart>();
  const line = async <S extends z.ZodType>(
    part: Part,
    schema: S,
    options?: AskOptions,
  ): Promise<z.infer<S>> => {
    const told = await lastKnown(part, PATH, () => ask(part, PATH, schema, options));
    if (told.away === null) return told.value;
    if (told.value === null) throw told.error;
    away.set(part, await inItsOwnWords(ask, part, told.away, told.error));
    return told.value;
  };
  const taggingLine = () => line('tagging', laggingLine);
  const countedLine = () => line('analytics', analyticsLine);
  // Only before a claim: it costs one question, and only where there are such dead letters.
  const presentDead = async (counted: AnalyticsLine): Promise<AnalyticsLine> => {
    const postingIds = [...new Set((counted.dead ?? []).map(({ postingId }) => postingId))];
    if (postingIds.length === 0 || away.size > 0) return counted;
    const { rows } = await ask('ingestion', '/v1/versions', versionsPage, { json: { postingIds } });
    return withoutOutdated(counted, rows);
  };
  const told = (ledger: Ledger): Ledger =>
    away.size > 0 ? { ...moving(ledger), away: [...away.values()] } : ledger;

  const [tagging, analytics] = [await taggingLine(), await countedLine()];
  if (away.size > 0 || tagging.lag > 0 || analytics.lag > 0) {
    const ingestion = await line('ingestion', ingestionLine, WHILE_MOVING);
    return told(moving(sumLedger(ingestion, tagging, analytics)));
  }
  const ingestion = await line('ingestion', ingestionLine);
  const [settledTagging, counted] = [await taggingLine(), await countedLine()];
  const ledger = sumLedger(ingestion, settledTagging, await presentDead(counted));
  if (away.size > 0 || !ledger.idle) return told(ledger);
  const still = isDeepStrictEqual(ingestion, await line('ingestion', ingestionLine, BEFORE_A_CLAIM));
  return told(still ? ledger : moving(ledger));
};
