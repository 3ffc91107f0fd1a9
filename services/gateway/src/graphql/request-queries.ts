import {
  problem,
  type Ledger,
  type PlatformStatus,
  type PostingRecord,
  type TagsResult,
  type TagsRequest,
} from '@skillstream/contracts';
import { appError } from '@skillstream/errors';
import { askWith, type AskUpstream } from '../upstreams/ask-upstream.ts';
import type { OnwardHeaders } from '../upstreams/fetch-upstream.ts';
import { upstreamUnavailable } from '../upstreams/upstream-unavailable.ts';
import type { SharedRead } from '../overview/shared-read.ts';
import type { CachedResults, GivenResult } from '../queries/cached-results.ts';
import { createQueryLoader } from './query-loader.ts';

export type AskingDeps = {
  /** Cached results; a query about an unknown skill is rejected. */
  results: CachedResults;
  /** The same for skills that a result has named, which therefore exist. */
  resultsOfNamed: CachedResults;
  ask: AskUpstream;
  status: SharedRead<PlatformStatus>;
  ledger: SharedRead<Ledger>;
};
export type Aged<T> = T & { staleSeconds: number | null };

const AT_ONCE = 8;
/** Tagging's responses to a text that it does not accept. */
const REFUSED_TEXT = [400, 413] as const;

// What an upstream reports by its status; anything else is a problem of the query.
const refusals: Record<number, 'unauthenticated' | 'insufficient-scope' | 'not-found'> = {
  401: 'unauthenticated',
  403: 'insufficient-scope',
  404: 'not-found',
};

const contentOf = ({ result: { status, body }, staleMs }: GivenResult): object => {
  if (status === 200) {
    const staleSeconds = staleMs === null ? null : Math.round(staleMs / 1000);
    return { ...(JSON.parse(body) as object), staleSeconds };
  }
  const said = problem.safeParse(JSON.parse(body));
  if (status >= 500 || !said.success)
    throw upstreamUnavailable('analytics', new Error(`it answered ${status}`));
  const { detail = said.data.title, faults } = said.data;
  throw appError(refusals[status] ?? 'invalid-input', detail, { context: { faults } });
};

/**
 * The queries of one request, each sent once: counts go through the same cache as over REST, and by the same paths, so
 * that both protocols share cached results.
 * @param headers of the request, forwarded to every upstream
 */
export const createAsking = (
  { results, resultsOfNamed, ask: askUpstream, status, ledger }: AskingDeps,
  headers: OnwardHeaders,
) => {
  const once = createQueryLoader(AT_ONCE);
  const ask = askWith(askUpstream, headers);
  return {
    /** Runs a query of analytics. @throws SkillstreamError `not-found` where there is no such thing */
    queryPath: <T>(path: string): Promise<Aged<T>> =>
      once(path, async () => contentOf(await results(path, headers)) as Aged<T>),

    /** The same about a skill that a result has named. */
    queryOfNamed: <T>(path: string): Promise<Aged<T> | null> =>
      once(path, async () => contentOf(await resultsOfNamed(path, headers)) as Aged<T> | null),

    posting: (id: string): Promise<PostingRecord | null> =>
      once(`posting ${id}`, async () => {
        const found = await ask('getPosting', { params: { id }, problems: [404] });
        return 'code' in found ? null : found;
      }),

    tags: (body: TagsRequest, explain: boolean): Promise<TagsResult> => {
      const input = { body, query: explain ? ({ explain: 'true' } as const) : {} };
      return once(`tags ${JSON.stringify(input)}`, async () => {
        const found = await ask('findTags', { ...input, problems: REFUSED_TEXT });
        if ('tags' in found) return found;
        const { title, detail = title, faults } = found;
        throw appError(found.status === 413 ? 'too-large' : 'invalid-input', detail, { context: { faults } });
      });
    },

    ledger: (): Promise<Ledger> => once('ledger', () => ledger(headers)),
    status: (): Promise<PlatformStatus> => once('status', () => status(headers)),
  };
};

export type Asking = ReturnType<typeof createAsking>;
