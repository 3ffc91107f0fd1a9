import {
  DEFAULT_PAGE_VERSIONS,
  type ComparisonRequest,
  type ReconciliationPage,
  type VersionsCompared,
  type ReconciliationQuery,
} from '@skillstream/contracts';
import type { AskUpstream } from '../upstreams/ask-upstream.ts';
import { settleJobs } from './settle-jobs.ts';
import { settle } from './settle.ts';

/**
 * Compares a page of what ingestion accepted, or some postings by their ids, with what analytics counts. It is
 * stateless: the caller pages by `next`, so memory is that of one page, and any replica can serve any of them.
 * @param wait the pause between two comparisons of what differs
 * @throws SkillstreamError `unavailable`, naming the unavailable upstream
 */
export const reconcilePage = async (
  ask: AskUpstream,
  { id, after, limit = DEFAULT_PAGE_VERSIONS }: ReconciliationQuery,
  wait: () => Promise<void>,
): Promise<ReconciliationPage> => {
  const compare = (body: ComparisonRequest) => ask('compareVersions', { body });
  const compareThese = async (postingIds: string[]) => {
    const { rows } = await ask('findVersions', { body: { postingIds } });
    return compare({ rows, postingIds });
  };
  const look = async (postingIds: string[]) => (await compareThese(postingIds)).differences;
  const isQuiet = async () =>
    (await ask('getTaggingRow')).lag === 0 && (await ask('getAnalyticsRow')).lag === 0;

  const settled = async ({ counts, differences, upTo }: VersionsCompared): Promise<ReconciliationPage> => ({
    counts,
    ...(await settle(differences, { look, isQuiet, wait })),
    next: upTo,
  });

  if (id !== undefined && id.length > 0) return settled(await compareThese(id));
  const list = () => ask('listVersions', { query: { limit, after } });
  const { rows, next, jobs } = await list();
  const page = await settled(await compare({ rows, after: after ?? null, upTo: next }));
  if (jobs === undefined) return page;
  return { ...page, jobs: await settleJobs(jobs, { look: async () => (await list()).jobs, wait }) };
};
