import { isDeepStrictEqual } from 'node:util';
import { analyticsLine, ingestionLine, laggingLine, type Ledger } from '@skillstream/contracts';
import type { AskPart } from '../parts/ask-part.ts';
import { moving, sumLedger } from './sum-ledger.ts';

const PATH = '/v1/ledger';
// Ingestion's line costs it a look at every posting. While postings move nothing is claimed, so an older one will do.
const WHILE_MOVING = { headers: { 'cache-control': 'max-age=5' } };
// A balanced ledger is a claim about everything that was accepted before the question: it takes a count begun after it.
const BEFORE_A_CLAIM = { headers: { 'cache-control': 'no-cache' } };

/**
 * Reads the ledger. Where nothing seems to move, in the direction that postings travel, so that what left one part is
 * seen in the next; and where it looks idle then, ingestion is asked again: a posting that came in meanwhile would
 * look like one too many.
 * @throws SkillstreamError `unavailable`, naming the part that is away
 */
export const readLedger = async (ask: AskPart): Promise<Ledger> => {
  const taggingLine = () => ask('tagging', PATH, laggingLine);
  const countedLine = () => ask('analytics', PATH, analyticsLine);
  const [tagging, analytics] = [await taggingLine(), await countedLine()];
  if (tagging.lag > 0 || analytics.lag > 0) {
    const ingestion = await ask('ingestion', PATH, ingestionLine, WHILE_MOVING);
    return moving(sumLedger(ingestion, tagging, analytics));
  }
  const ingestion = await ask('ingestion', PATH, ingestionLine);
  const ledger = sumLedger(ingestion, await taggingLine(), await countedLine());
  if (!ledger.idle) return ledger;
  const still = isDeepStrictEqual(ingestion, await ask('ingestion', PATH, ingestionLine, BEFORE_A_CLAIM));
  return still ? ledger : moving(ledger);
};
