import type { Problem } from '@skillstream/contracts';
import { appError, messageOf, type SkillstreamError } from '@skillstream/errors';
import { problemOf } from '@skillstream/http';
import type { Upstream } from './upstreams.ts';

// Explanations of the most common codes; the code is appended for those who look it up.
const words: Record<string, string> = {
  ECONNREFUSED: 'nobody listens there',
  ECONNRESET: 'the connection broke',
  EPIPE: 'the connection broke',
  ENOTFOUND: 'its name has no address',
  EAI_AGAIN: 'its name has no address',
  EHOSTUNREACH: 'there is no way to it',
  ETIMEDOUT: 'no answer in time',
};

// The codes of DOMExceptions are numbers, which mean nothing to a reader.
const reasonOf = (cause: unknown): string => {
  const { name, code } = (cause ?? {}) as { name?: unknown; code?: unknown };
  if (name === 'TimeoutError') return 'no answer in time';
  if (typeof code !== 'string') return messageOf(cause);
  return Object.hasOwn(words, code) ? `${words[code]} (${code})` : code;
};

/**
 * An upstream did not respond, or not as agreed: `unavailable`, with the upstream's name for the caller.
 * @param status its status, where it responded
 */
export const upstreamUnavailable = (upstream: Upstream, cause: unknown, status?: number): SkillstreamError =>
  appError('unavailable', `${upstream} is not available`, {
    cause,
    context: { upstream, reason: reasonOf(cause), ...(status !== undefined && { status }) },
  });

/** What a caller of the gateway is told about an error: for an unavailable upstream also which one. */
export const upstreamProblem = (error: SkillstreamError, traceId: string): Problem => {
  const problem = problemOf(error, traceId);
  if (!error.context.upstream) return problem;
  return {
    ...problem,
    title: 'A part of the platform is not available',
    status: 503,
    detail: error.message,
  };
};
