import {
  analyticsLine,
  laggingLine,
  USUAL_VERSIONS,
  versionsCompared,
  versionsPage,
  type ComparisonRequest,
  type ReconciliationPage,
  type VersionsQuery,
} from '@skillstream/contracts';
import type { AskPart } from '../parts/ask-part.ts';
import { settle } from './settle.ts';

const VERSIONS = '/v1/versions';

/**
 * Compares a page of what ingestion accepted with what analytics counts. No state is kept: the caller goes from page to
 * page by `next`, so memory is that of one page, and any replica answers any of them.
 * @param wait the pause between two looks at what differs
 * @throws SkillstreamError `unavailable`, naming the part that is away
 */
export const reconcilePage = async (
  ask: AskPart,
  { after, limit = USUAL_VERSIONS }: VersionsQuery,
  wait: () => Promise<void>,
): Promise<ReconciliationPage> => {
  const compare = (json: ComparisonRequest) =>
    ask('analytics', `${VERSIONS}/compare`, versionsCompared, { json });
  const look = async (postingIds: string[]) => {
    const { rows } = await ask('ingestion', VERSIONS, versionsPage, { json: { postingIds } });
    return (await compare({ rows, postingIds })).differences;
  };
  const isQuiet = async () =>
    (await ask('tagging', '/v1/ledger', laggingLine)).lag === 0 &&
    (await ask('analytics', '/v1/ledger', analyticsLine)).lag === 0;

  const from = after === undefined ? '' : `&after=${encodeURIComponent(after)}`;
  const { rows, next } = await ask('ingestion', `${VERSIONS}?limit=${limit}${from}`, versionsPage);
  const found = await compare({ rows, after: after ?? null, upTo: next });
  return {
    counts: found.counts,
    ...(await settle(found.differences, { look, isQuiet, wait })),
    next: found.upTo,
  };
};
