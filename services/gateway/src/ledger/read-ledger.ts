import { isDeepStrictEqual } from 'node:util';
import { analyticsLine, ingestionLine, laggingLine, type Ledger } from '@skillstream/contracts';
import type { AskPart } from '../parts/ask-part.ts';
import { sumLedger } from './sum-ledger.ts';

const PATH = '/v1/ledger';

/**
 * Reads the ledger in the direction that postings travel, so that what left one part is seen in the next.
 * Where it looks idle, ingestion is asked again: a posting that came in meanwhile would look like one too many.
 * @throws SkillstreamError `unavailable`, naming the part that is away
 */
export const readLedger = async (ask: AskPart): Promise<Ledger> => {
  const ingestion = await ask('ingestion', PATH, ingestionLine);
  const tagging = await ask('tagging', PATH, laggingLine);
  const analytics = await ask('analytics', PATH, analyticsLine);
  const ledger = sumLedger(ingestion, tagging, analytics);
  if (!ledger.idle) return ledger;
  const still = isDeepStrictEqual(ingestion, await ask('ingestion', PATH, ingestionLine));
  return still ? ledger : { ...ledger, idle: false, balanced: false };
};
