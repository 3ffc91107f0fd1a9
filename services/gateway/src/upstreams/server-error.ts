import { appError, type SkillstreamError } from '@skillstream/errors';
import { problem } from '@skillstream/contracts';
import { upstreamUnavailable } from './upstream-unavailable.ts';
import type { Upstream } from './upstreams.ts';

const MOST_CHARS = 200;
const COME_AGAIN_SECONDS = 5;

const problemIn = (body: string) => {
  try {
    return problem.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
};

/** What an upstream says itself of its answer, which is worth more than its status: `: MongoDB cannot be reached`. */
export const wordsOf = (body: string): string => {
  const said = problemIn(body);
  return said ? `: ${(said.detail ?? said.title).slice(0, MOST_CHARS)}` : '';
};

/**
 * A status of 500 and more of an upstream, as an error. One that says that this question is too much is there: its
 * words are for the caller, who may ask for less.
 */
export const serverError = (upstream: Upstream, status: number, body: string): SkillstreamError => {
  const said = problemIn(body);
  if (said?.code === 'overloaded' && said.detail)
    return appError('overloaded', said.detail.slice(0, MOST_CHARS), {
      context: { retryAfterSeconds: COME_AGAIN_SECONDS },
    });
  return upstreamUnavailable(upstream, new Error(`it answered ${status}${wordsOf(body)}`), status);
};
