import {
  analyticsLine,
  laggingLine,
  USUAL_VERSIONS,
  versionsCompared,
  versionsPage,
  type ComparisonRequest,
  type ReconciliationPage,
  type VersionsCompared,
  type ReconciliationQuery,
} from '@skillstream/contracts';
import type { AskPart } from '../upstreams/ask-upstream.ts';
import { settle } from './settle.ts';

const VERSIONS = '/v1/versions';

/**
 * Compares a page of what ingestion accepted, or some postings by their ids, with what analytics counts. No state
 * is kept: the caller goes from page to page by `next`, so memory is that of one page, and any replica answers any
 * of them.
 * @param wait the pause between two looks at what differs
 * @throws SkillstreamError `unavailable`, naming the part that is away
 */
export const reconcilePage = async (
  ask: AskPart,
  { id, after, limit = USUAL_VERSIONS }: ReconciliationQuery,
  wait: () => Promise<void>,
): Promise<ReconciliationPage> => {
  const compare = (json: ComparisonRequest) =>
    ask('analytics', `${VERSIONS}/compare`, versionsCompared, { json });
  const compareThese = async (postingIds: string[]) => {
    const { rows } = await ask('ingestion', VERSIONS, versionsPage, { json: { postingIds } });
    return compare({ rows, postingIds });
  };
  const look = async (postingIds: string[]) => (await compareThese(postingIds)).differences;
  const isQuiet = async () =>
    (await ask('tagging', '/v1/ledger', laggingLine)).lag === 0 &&
    (await ask('analytics', '/v1/ledger', analyticsLine)).lag === 0;

  const settled = async ({ counts, differences, upTo }: VersionsCompared): Promise<ReconciliationPage> => ({
    counts,
    ...(await settle(differences, { look, isQuiet, wait })),
    next: upTo,
  });

  if (id !== undefined && id.length > 0) return settled(await compareThese(id));
  const from = after === undefined ? '' : `&after=${encodeURIComponent(after)}`;
  const { rows, next } = await ask('ingestion', `${VERSIONS}?limit=${limit}${from}`, versionsPage);
  return settled(await compare({ rows, after: after ?? null, upTo: next }));
};
