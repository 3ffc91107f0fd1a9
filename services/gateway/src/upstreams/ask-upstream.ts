import {
  operationPath,
  operations,
  problem,
  type AnsweredOperation,
  type Operation,
  type OperationAnswer,
  type OperationInput,
  type Problem,
} from '@skillstream/contracts';
import { appError } from '@skillstream/errors';
import type { FetchUpstream, UpstreamRequest } from './fetch-upstream.ts';
import { wordsOf } from './server-error.ts';
import { upstreamUnavailable } from './upstream-unavailable.ts';
import { isUpstream, type Upstream } from './upstreams.ts';

type AskOptions = {
  headers?: Record<string, string>;
  /** Which upstream to call, where every service has the operation. */
  at?: Upstream;
  /** Statuses with a result, beside 200. */
  accept?: readonly number[];
  /** Statuses whose problem is a result as well. */
  problems?: readonly number[];
};

type ProblemOf<O> = O extends { problems: readonly number[] } ? Problem : never;

/**
 * Calls the upstream that owns an operation. Method, path and response schema are those of the table of operations.
 * @throws SkillstreamError `unavailable`, naming the upstream; `unauthenticated`, `insufficient-scope` where it
 * responds so
 */
export type AskUpstream = <I extends AnsweredOperation, const O extends AskOptions = AskOptions>(
  id: I,
  input?: OperationInput<I> & O,
) => Promise<OperationAnswer<I> | ProblemOf<O>>;

// An upstream verifies tokens itself: its refusal is an error of the caller, and the upstream is available.
const refusals: Record<number, 'unauthenticated' | 'insufficient-scope'> = {
  401: 'unauthenticated',
  403: 'insufficient-scope',
};

type Query = Record<string, string | number | boolean | undefined>;
type AnyInput = AskOptions & { params?: Record<string, string>; query?: Query; body?: unknown };

const requestOf = (
  id: AnsweredOperation,
  { params, query, body, headers = {} }: AnyInput,
): UpstreamRequest => {
  const request = { method: operations[id].method, path: operationPath(id, params, query) };
  if (body === undefined) return { ...request, headers };
  const json = { ...headers, 'content-type': 'application/json' };
  return { ...request, headers: json, body: JSON.stringify(body) };
};

/** Sends short requests to upstreams by the operations' ids; their responses are JSON. */
export const createAskUpstream = (fetchUpstream: FetchUpstream): AskUpstream => {
  const ask = async (id: AnsweredOperation, input: AnyInput = {}): Promise<unknown> => {
    const { accept = [], problems = [], at } = input;
    const { owner, response } = operations[id] as Operation;
    const upstream = at ?? owner;
    if (!isUpstream(upstream)) throw new Error(`${id} is not carried out by an upstream`);
    const request = requestOf(id, input);
    const { status, body } = await fetchUpstream(upstream, request);
    if (refusals[status])
      throw appError(refusals[status], `${upstream} refuses the token for ${request.path}`);
    const isProblem = problems.includes(status);
    if (status !== 200 && !isProblem && !accept.includes(status))
      throw upstreamUnavailable(upstream, new Error(`it answered ${status}${wordsOf(body)}`), status);
    try {
      return (isProblem ? problem : response!).parse(JSON.parse(body));
    } catch (cause) {
      throw upstreamUnavailable(
        upstream,
        new Error(`its answer for ${request.path} is not as it should be`, { cause }),
      );
    }
  };
  return ask as AskUpstream;
};

/** Adds these headers to every request. */
export const askWith = (ask: AskUpstream, headers: Record<string, string>): AskUpstream =>
  ((id: AnsweredOperation, input: AnyInput = {}) =>
    (ask as (id: AnsweredOperation, input: AnyInput) => Promise<unknown>)(id, {
      ...input,
      headers: { ...input.headers, ...headers },
    })) as AskUpstream;
