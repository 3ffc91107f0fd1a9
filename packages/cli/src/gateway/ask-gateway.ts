import { sleep } from '@skillstream/async';
import {
  responseOf,
  createClient,
  ProblemError,
  UnreachableError,
  type Asked,
  type Gateway,
} from '@skillstream/client';
import {
  operations,
  type AnsweredOperation,
  type OperationAnswer,
  type OperationInput,
} from '@skillstream/contracts';
import type { GatewayAccess } from './access.ts';
import { CliError } from '../terminal/cli-error.ts';
import { printable } from '../terminal/printable.ts';
import { issueLine, MOST_CHARS, type Typed } from './issue-line.ts';
import { createValidatingFetch, cliErrorOf } from './validating-fetch.ts';

const MOST_ISSUES = 20;
// No limit of ours needs a longer pause, and a timer of years would fire at once.
const LONGEST_PAUSE_S = 300;
const SHORTEST_PAUSE_S = 0.1;

/**
 * A gateway's refusal as text: the first issues by their fields, and how many more there are.
 * @param typed those of the request's fields that are options somebody typed
 */
export const refusalText = ({ message, problem }: ProblemError, typed: Typed = {}): string => {
  const faults = problem?.faults ?? [];
  const more = faults.length - MOST_ISSUES;
  return [
    printable(message, MOST_CHARS),
    ...faults.slice(0, MOST_ISSUES).map((issue) => issueLine(issue, typed)),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ].join('\n');
};

/** The pause that a gateway asks for before a retry, in ms. */
export const retryPauseMs = (seconds: number): number =>
  Math.min(Math.max(seconds, SHORTEST_PAUSE_S), LONGEST_PAUSE_S) * 1000;

const inWords = (address: string, error: unknown, typed?: Typed): unknown => {
  const own = cliErrorOf(error);
  if (own) return own;
  if (error instanceof ProblemError) return new CliError(refusalText(error, typed));
  if (!(error instanceof UnreachableError)) return error;
  return new CliError(
    error.reason === 'ECONNREFUSED'
      ? `skillstream is not running: npm start (nobody answers at ${address})`
      : `the gateway at ${address} does not answer: ${error.reason}`,
  );
};

/** A client of this gateway that sends the token of its access, and validates every response. */
export const createGateway = ({ address, token }: GatewayAccess): Gateway =>
  createClient({ baseUrl: address, token, fetch: createValidatingFetch(address) });

type AskInput<I extends AnsweredOperation> = OperationInput<I> & { signal?: AbortSignal };
/** The input of an operation; optional where nothing in its path needs one. */
export type AskArgs<I extends AnsweredOperation> =
  Record<never, string> extends AskInput<I> ? [input?: AskInput<I>] : [input: AskInput<I>];

type AnyInput = { params?: object; query?: object; body?: unknown; signal?: AbortSignal };
type Method = (path: string, init: object) => Asked<unknown>;

/** Sends the request of an operation, and returns the response with its body or problem. */
export const send = <I extends AnsweredOperation>(
  at: GatewayAccess,
  id: I,
  ...[input]: AskArgs<I>
): Asked<OperationAnswer<I>> => {
  const { method, path } = operations[id];
  const { params, query, ...rest } = (input ?? {}) as AnyInput;
  // The client has paths in the syntax of OpenAPI: /v1/skills/{id}.
  const template = path.replace(/:(\w+)/g, '{$1}');
  const call = createGateway(at)[method] as unknown as Method;
  return call(template, { params: { path: params, query }, ...rest }) as Asked<OperationAnswer<I>>;
};

/**
 * Explains why there was no result.
 * @param typed those of the request's fields that are options somebody typed
 * @throws CliError always
 */
export const resultOrError = async <T>(at: GatewayAccess, asked: Asked<T>, typed?: Typed): Promise<T> => {
  try {
    return await responseOf(asked);
  } catch (error) {
    throw inWords(at.address, error, typed);
  }
};

/**
 * Calls an operation of a gateway.
 * @returns the response body
 * @throws CliError when nobody responds, or the response is a problem
 */
export const askGateway = <I extends AnsweredOperation>(
  at: GatewayAccess,
  id: I,
  ...input: AskArgs<I>
): Promise<OperationAnswer<I>> => resultOrError(at, send(at, id, ...input));

const TOO_MANY_REQUESTS = 429;
const UNAVAILABLE = 503;
const PATIENCE_MS = 60_000;

const retryWhile = async <T>(
  at: GatewayAccess,
  call: () => Asked<T>,
  mayPass: (error: unknown) => boolean,
): Promise<T> => {
  for (;;) {
    try {
      return await responseOf(call());
    } catch (error) {
      if (!mayPass(error)) throw inWords(at.address, error);
      const seconds = error instanceof ProblemError ? error.retryAfterSeconds : null;
      await sleep(retryPauseMs(seconds ?? 1));
    }
  }
};
const isLimited = (error: unknown): boolean =>
  error instanceof ProblemError && error.status === TOO_MANY_REQUESTS;
const isAway = (error: unknown): boolean =>
  error instanceof UnreachableError || (error instanceof ProblemError && error.status === UNAVAILABLE);

/**
 * The same, as one of many requests: after a 429 it waits as long as the gateway says, and retries.
 * @throws CliError when nobody responds, or the response is another problem
 */
export const callWithRetry = <I extends AnsweredOperation>(
  at: GatewayAccess,
  id: I,
  ...input: AskArgs<I>
): Promise<OperationAnswer<I>> => retryWhile(at, () => send(at, id, ...input), isLimited);

/**
 * The same of a request that changes nothing, as a part of work that takes minutes: a gateway or service that is away
 * for less than a minute does not end it.
 * @throws CliError when nobody responds for a minute, or the response is another problem
 */
export const callPatiently = <I extends AnsweredOperation>(
  at: GatewayAccess,
  id: I,
  ...input: AskArgs<I>
): Promise<OperationAnswer<I>> => {
  const untilMs = performance.now() + PATIENCE_MS;
  const mayPass = (error: unknown) => isLimited(error) || (isAway(error) && performance.now() < untilMs);
  return retryWhile(at, () => send(at, id, ...input), mayPass);
};
