import { sleep as pause } from '@skillstream/async';
import { appError, SkillstreamError } from '@skillstream/errors';
import type { Dispatcher, Response } from 'undici';
import { assertPublicHost } from './guarded-agent.ts';
import { follow } from './follow.ts';
import { noAnswerText } from './no-answer.ts';
import { createPace, type Clock, type Pace } from './pace.ts';
import { readText } from './read-text.ts';
import { retryAfterMs } from './retry-after.ts';
import { undici } from './undici.ts';

/** What a server said about an answer, for asking again whether it has changed (RFC 9110, 13). */
export type Validators = { etag?: string; lastModified?: string };
export type Fetched = { status: 'changed'; text: string; validators: Validators } | { status: 'unchanged' };

export type FetcherDeps = {
  dispatcher: Dispatcher;
  /** Who asks, for whom the servers' owners are. */
  userAgent: string;
  /** The shortest time between two requests to one host, in milliseconds. */
  everyMs: number;
  maxBytes: number;
  timeoutMs: number;
  sleep?: (ms: number, signal?: AbortSignal) => Promise<unknown>;
  now?: () => number;
  /** Shared with other fetchers; absent: its own. */
  pace?: Pace;
};

export type FetchOptions = {
  /** Of the answer that is here already: then `unchanged` may come back. */
  known?: Validators;
  accept?: string;
  /** Ends the request, and every wait for another attempt. */
  signal?: AbortSignal | undefined;
  /** Called after each attempt, whatever came of it. */
  onAttempt?: () => void;
};
/** The text is empty where it is refused. */
type Answer = { response: Response; text: string };
type Asked = { known: Validators; accept: string; signal: AbortSignal | undefined };

const MOST_ATTEMPTS = 4;
const FIRST_WAIT_MS = 1_000;
/** A server that wants more patience than this is left alone until the next run. */
const MOST_WAIT_MS = 120_000;

/** It says that there is nothing, of which no other attempt is worth it either. */
const isNotThere = (status: number): boolean => status === 404 || status === 410;
const isWorthAnother = (status: number): boolean => status === 429 || status >= 500;

/** The pace of hosts, for fetchers that share it. @param everyMs as above */
export const createHostPace = (everyMs: number, clock: Clock = { sleep: pause, now: Date.now }): Pace =>
  createPace(everyMs, MOST_WAIT_MS, clock);

const validatorsOf = ({ headers }: Response): Validators => {
  const [etag, lastModified] = [headers.get('etag'), headers.get('last-modified')];
  return { ...(etag && { etag }), ...(lastModified && { lastModified }) };
};

/**
 * Asks public servers politely: one request after the other to each host, at its pace, and again after a while where
 * they are busy or fail; safely: no address that is not public, also behind a redirect, bounded in size and time.
 */
export const createFetcher = (deps: FetcherDeps) => {
  const { dispatcher, userAgent, maxBytes, timeoutMs } = deps;
  const { sleep = pause, now = Date.now } = deps;
  const { pace = createHostPace(deps.everyMs, { sleep, now }) } = deps;

  const askedMsOf = ({ headers }: Response) => retryAfterMs(headers.get('retry-after'), now());

  const request = async (url: URL, { known, accept, signal }: Asked): Promise<Answer> => {
    if (url.protocol !== 'https:')
      throw appError('invalid-input', `${url.origin} is not asked: it is no address by https`);
    assertPublicHost(url.hostname);
    // With its text: while that comes the host has enough to do.
    const ask = async () => {
      const timeout = AbortSignal.timeout(timeoutMs);
      const response = await undici().fetch(url.href, {
        ...{ dispatcher, redirect: 'manual', signal: signal ? AbortSignal.any([timeout, signal]) : timeout },
        headers: {
          ...{ accept, 'user-agent': userAgent },
          ...(known.etag && { 'if-none-match': known.etag }),
          ...(known.lastModified && { 'if-modified-since': known.lastModified }),
        },
      });
      if (response.ok) return { response, text: await readText(response, maxBytes) };
      await response.body?.cancel();
      if (isWorthAnother(response.status)) pace.rest(url.host, askedMsOf(response) ?? 0);
      return { response, text: '' };
    };
    return pace.inTurn(url.host, ask, signal);
  };

  const once = async (url: URL, asked: Asked): Promise<Fetched | { askedMs: number | null; why: string }> => {
    try {
      const [{ response, text }, at] = await follow((to) => request(to, asked), url);
      if (response.status === 304) return { status: 'unchanged' };
      if (response.ok) return { status: 'changed', validators: validatorsOf(response), text };
      const why = `${at.host} responded with ${response.status}`;
      if (isNotThere(response.status)) throw appError('not-found', why);
      if (!isWorthAnother(response.status)) throw appError('unavailable', why, { retryable: false });
      return { why, askedMs: askedMsOf(response) };
    } catch (error) {
      asked.signal?.throwIfAborted();
      if (error instanceof SkillstreamError && !error.retryable) throw error;
      const cause = error instanceof Error ? (error.cause ?? error) : error;
      if (cause instanceof SkillstreamError && !cause.retryable) throw cause;
      return { why: noAnswerText(url.host, cause), askedMs: null };
    }
  };

  /**
   * Fetches a text.
   * @throws SkillstreamError `invalid-input` for an address that is not asked; `not-found` where nothing is there;
   *   `too-large`; `unavailable` where it is refused, or did not work after some attempts; or the reason of the signal
   */
  return async (
    address: string,
    { known = {}, accept = '*/*', signal, onAttempt }: FetchOptions = {},
  ): Promise<Fetched> => {
    const url = URL.parse(address);
    if (url === null) throw appError('invalid-input', 'that is no address');
    for (let attempt = 1; ; attempt += 1) {
      const result = await once(url, { known, accept, signal }).finally(onAttempt);
      if ('status' in result) return result;
      // As long as the server says, and at least as long as it would be left alone otherwise at first.
      const waitMs =
        result.askedMs === null
          ? FIRST_WAIT_MS * 2 ** (attempt - 1)
          : Math.max(FIRST_WAIT_MS, result.askedMs);
      if (attempt === MOST_ATTEMPTS || waitMs > MOST_WAIT_MS) throw appError('unavailable', result.why);
      await sleep(waitMs, signal);
      signal?.throwIfAborted();
    }
  };
};

export type Fetcher = ReturnType<typeof createFetcher>;
