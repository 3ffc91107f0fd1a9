import {
  pathOf,
  postingRecord,
  problem,
  tagsAnswer,
  type Ledger,
  type PlatformStatus,
  type PostingRecord,
  type TagsAnswer,
  type TagsRequest,
} from '@skillstream/contracts';
import { fault } from '@skillstream/runtime';
import { z } from 'zod';
import { askWith, type AskPart } from '../upstreams/ask-upstream.ts';
import type { OnwardHeaders } from '../upstreams/onward-headers.ts';
import { partAway } from '../upstreams/upstream-unavailable.ts';
import type { SharedLook } from '../upstreams/shared-look.ts';
import type { Answers, Given } from '../queries/cached-results.ts';
import { createAskedOnce } from './asked-once.ts';

export type AskingDeps = {
  /** Refuse a skill that nobody knows. */
  answers: Answers;
  /** The same of skills that an answer has named, so that nobody is asked whether there are any such. */
  answersOfNamed: Answers;
  ask: AskPart;
  status: SharedLook<PlatformStatus>;
  ledger: SharedLook<Ledger>;
};
export type Aged<T> = T & { staleSeconds: number | null };

const AT_ONCE = 8;
const recordOrProblem = z.union([postingRecord, problem]);
const tagsOrProblem = z.union([tagsAnswer, problem]);
/** What tagging answers to a text that it does not take. */
const REFUSED_TEXT = [400, 413];

// What a part says by its status; anything else is wrong with the question.
const refusals: Record<number, 'unauthenticated' | 'insufficient-scope' | 'not-found'> = {
  401: 'unauthenticated',
  403: 'insufficient-scope',
  404: 'not-found',
};

const contentOf = ({ answer: { status, body }, staleMs }: Given): object => {
  if (status === 200) {
    const staleSeconds = staleMs === null ? null : Math.round(staleMs / 1000);
    return { ...(JSON.parse(body) as object), staleSeconds };
  }
  const said = problem.safeParse(JSON.parse(body));
  if (status >= 500 || !said.success) throw partAway('analytics', new Error(`it answered ${status}`));
  const { detail = said.data.title, faults } = said.data;
  throw fault(refusals[status] ?? 'invalid-input', detail, { context: { faults } });
};

/**
 * The questions of one request, each asked once: what was counted through the same cache as over REST, and by the same
 * paths, so that both know each other's answers.
 * @param headers of the request, carried on to every part
 */
export const createAsking = (
  { answers, answersOfNamed, ask: askPart, status, ledger }: AskingDeps,
  headers: OnwardHeaders,
) => {
  const once = createAskedOnce(AT_ONCE);
  const ask = askWith(askPart, headers);
  return {
    /** A question that analytics answers. @throws SkillstreamError `not-found` where there is no such thing */
    question: <T>(path: string): Promise<Aged<T>> =>
      once(path, async () => contentOf(await answers(path, headers)) as Aged<T>),

    /** The same about a skill that an answer has named. */
    questionOfNamed: <T>(path: string): Promise<Aged<T> | null> =>
      once(path, async () => contentOf(await answersOfNamed(path, headers)) as Aged<T> | null),

    posting: (id: string): Promise<PostingRecord | null> => {
      const path = pathOf('getPosting', { id });
      return once(path, async () => {
        const found = await ask('ingestion', path, recordOrProblem, { accept: [404] });
        return 'code' in found ? null : found;
      });
    },

    tags: (json: TagsRequest, explain: boolean): Promise<TagsAnswer> => {
      const path = `${pathOf('findTags')}${explain ? '?explain=true' : ''}`;
      return once(`${path} ${JSON.stringify(json)}`, async () => {
        const found = await ask('tagging', path, tagsOrProblem, { json, accept: REFUSED_TEXT });
        if ('tags' in found) return found;
        const { title, detail = title, faults } = found;
        throw fault(found.status === 413 ? 'too-large' : 'invalid-input', detail, { context: { faults } });
      });
    },

    ledger: (): Promise<Ledger> => once('ledger', () => ledger(headers)),
    status: (): Promise<PlatformStatus> => once('status', () => status(headers)),
  };
};

export type Asking = ReturnType<typeof createAsking>;
