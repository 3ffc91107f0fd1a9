import { problem } from '@skillstream/contracts';
import { appError, type SkillstreamError } from '@skillstream/errors';
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

/** The upstream's own explanation, which is more useful than its status: `: MongoDB cannot be reached`. */
export const wordsOf = (body: string): string => {
  const said = problemIn(body);
  return said ? `: ${(said.detail ?? said.title).slice(0, MOST_CHARS)}` : '';
};

/**
 * Converts a 5xx status of an upstream to an error. An upstream that reports that this query is too expensive is
 * available: its message is for the caller, who may ask for less.
 */
export const serverError = (upstream: Upstream, status: number, body: string): SkillstreamError => {
  const said = problemIn(body);
  if (said?.code === 'overloaded' && said.detail)
    return appError('overloaded', said.detail.slice(0, MOST_CHARS), {
      context: { retryAfterSeconds: COME_AGAIN_SECONDS },
    });
  return upstreamUnavailable(upstream, new Error(`it answered ${status}${wordsOf(body)}`), status);
};
