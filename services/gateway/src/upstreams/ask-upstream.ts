import { fault } from '@skillstream/runtime';
import type { z } from 'zod';
import type { FetchPart } from './fetch-upstream.ts';
import { partAway } from './upstream-unavailable.ts';
import type { Part } from './upstreams.ts';
import { wordsOf } from './server-error.ts';

export type AskOptions = {
  /** Statuses that carry the answer, beside 200. */
  accept?: number[];
  headers?: Record<string, string>;
  /** Sent as JSON: the question is a POST then. */
  json?: unknown;
};

const sent = (headers: Record<string, string>, json: unknown): [Record<string, string>, string?] =>
  json === undefined ? [headers] : [{ ...headers, 'content-type': 'application/json' }, JSON.stringify(json)];

// A part looks at tokens itself: what it refuses is the caller's affair, and the part is there.
const refusals: Record<number, 'unauthenticated' | 'insufficient-scope'> = {
  401: 'unauthenticated',
  403: 'insufficient-scope',
};

/** Asks parts short questions whose answer is JSON. */
export const createAskPart =
  (fetchPart: FetchPart) =>
  /**
   * @throws SkillstreamError `unavailable`, naming the part; `unauthenticated`, `insufficient-scope` where it says so
   */
  async <S extends z.ZodType>(
    part: Part,
    path: string,
    schema: S,
    { accept = [], headers = {}, json }: AskOptions = {},
  ): Promise<z.infer<S>> => {
    const { status, body } = await fetchPart(part, path, ...sent(headers, json));
    if (refusals[status]) throw fault(refusals[status], `${part} refuses the token for ${path}`);
    if (status !== 200 && !accept.includes(status))
      throw partAway(part, new Error(`it answered ${status}${wordsOf(body)}`), status);
    try {
      return schema.parse(JSON.parse(body));
    } catch (cause) {
      throw partAway(part, new Error(`its answer for ${path} is not as it should be`, { cause }));
    }
  };

export type AskPart = ReturnType<typeof createAskPart>;

/** Asks with these headers, whatever else a question sends. */
export const askWith =
  (ask: AskPart, headers: Record<string, string>): AskPart =>
  (part, path, schema, options = {}) =>
    ask(part, path, schema, { ...options, headers: { ...options.headers, ...headers } });
