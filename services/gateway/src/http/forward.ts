import { appError, messageOf } from '@skillstream/errors';
import { request, type Agent, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { formatTraceparent, type Log } from '@skillstream/runtime';
import type { Request, RequestHandler, Response } from 'express';
import type { Bulkheads, CircuitBreakers } from '../upstreams/fetch-upstream.ts';
import { upstreamUnavailable } from '../upstreams/upstream-unavailable.ts';
import type { Upstream, UpstreamUrls } from '../upstreams/upstreams.ts';
import { forwardedTrace } from './forwarded-trace.ts';
import { passedBack, passedToPart } from './headers.ts';
import { isStream, requestClient, targetOf } from './request.ts';
import type { ReadBody, ReadSmall } from './small-body.ts';

export type ForwardDeps = {
  log: Log;
  agent: Agent;
  urls: UpstreamUrls;
  bulkheads: Bulkheads;
  circuitBreakers: CircuitBreakers;
  timeoutMs: number;
  readSmall: ReadSmall;
};

// Errors that an idle connection meets when the upstream closed it as we began: nothing was processed.
const isStaleConnection = (error: NodeJS.ErrnoException) =>
  error.code === 'ECONNRESET' || error.code === 'EPIPE';

// Express's own view of `trust proxy`; its types leave it out.
const isFromTrustedProxy = (req: Request): boolean =>
  (req.app.get('trust proxy fn') as (address: string, hop: number) => boolean)(
    req.socket.remoteAddress ?? '',
    0,
  );

const bodyless = (req: Request) =>
  req.headers['transfer-encoding'] === undefined && !Number(req.headers['content-length'] ?? 0);

const passBack = (result: IncomingMessage, req: Request, res: Response, onBroken: (e: Error) => void) => {
  res.writeHead(result.statusCode ?? 502, passedBack(result.headers));
  res.flushHeaders();
  result.pipe(res);
  result.on('error', onBroken);
  // An answer may be complete before the request is (a 503, say): the rest is read and dropped, or the
  // connection would never get to its next request.
  res.on('finish', () => {
    if (!req.complete) req.unpipe().resume();
  });
};

type Onward = {
  upstream: Upstream;
  base: URL;
  path: string;
  headers: OutgoingHttpHeaders;
  /** What was read of the body; null where nothing was, since there is none, or it is a stream. */
  body: ReadBody | null;
  onBroken: (error: Error) => void;
};

/**
 * Sends a request on.
 * @returns `there` ends when the upstream has shown that it is: by its answer, or, while the caller may take its time
 * over a body, by a connection; `answered` when the result begins. Both reject when it is away, `answered` also later.
 */
const send = (req: Request, res: Response, onwardTo: Onward, { agent, timeoutMs }: ForwardDeps) => {
  const { upstream, base, path, headers, body, onBroken } = onwardTo;
  const [there, answered] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  // Whoever waits for `there` gets the same error from it.
  answered.promise.catch(() => undefined);
  const short = bodyless(req);
  // What is wholly here can be sent again; an upstream that has taken it after all finds nothing new in it.
  const repeatable = short || body?.complete === true;
  const attempt = (repeated: boolean) => {
    let begun = false;
    // Connections that wait in the agent may all be closed: what is sent again gets a new one.
    const onward = request(base, { agent: repeated ? false : agent, method: req.method, path, headers });
    const fail = (error: NodeJS.ErrnoException) => {
      const isStale = onward.reusedSocket && isStaleConnection(error);
      if (isStale && repeatable && !repeated) return attempt(true);
      req.unpipe(onward);
      const reason = error.name === 'SkillstreamError' ? error : upstreamUnavailable(upstream, error);
      there.reject(reason);
      answered.reject(reason);
    };
    onward.on('response', (result) => {
      begun = true;
      there.resolve();
      answered.resolve();
      passBack(result, req, res, onBroken);
    });
    // Once there is an answer, only its own end counts: the upstream may rightly stop reading after it.
    onward.on('error', (error) => {
      if (!begun) fail(error);
    });
    onward.setTimeout(timeoutMs, () => {
      if (!begun && req.complete) onward.destroy(appError('timeout', `${upstream} did not answer in time`));
    });
    // Also after an answer that came before all of the body: the rest goes nowhere, and this connection with it.
    res.on('close', () => {
      if (!res.writableFinished || !req.complete) onward.destroy();
    });
    if (short) return onward.end();
    if (body?.complete) return onward.end(body.bytes);
    onward.on('socket', (socket) => {
      if (socket.connecting) socket.once('connect', there.resolve);
      else there.resolve();
    });
    // The part may begin its answer before the body begins.
    onward.flushHeaders();
    if (body) onward.write(body.bytes);
    req.pipe(onward);
  };
  attempt(false);
  return { there: there.promise, answered: answered.promise };
};

/**
 * Hands a request on to an upstream and its answer back, both as streams with back-pressure: results of an
 * NDJSON stream flow while it is still being sent. A small body that is no stream is read before the request takes a
 * place of the upstream, and no client takes all places.
 * An upstream that is away is `unavailable` with its name; one that dies while answering ends the caller's
 * connection, since a status was already said.
 */
export const createForward =
  (deps: ForwardDeps) =>
  (upstream: Upstream): RequestHandler =>
  async (req, res) => {
    const { log, urls, bulkheads, circuitBreakers, readSmall } = deps;
    const trace = await forwardedTrace(req);
    const facts = { traceId: trace.traceId, method: req.method, path: req.path, upstream };
    if (trace.sampled) log.info(facts, 'request forwarded');
    const client = requestClient(req);
    const body = bodyless(req) || isStream(req) ? null : await readSmall(req, client);
    // Its sender has gone before the end, or was too slow, and has been told so.
    if ((req.destroyed && !req.complete) || res.writableEnded) return body?.release();
    const headers = {
      ...passedToPart(req.headers, isFromTrustedProxy(req)),
      traceparent: formatTraceparent(trace),
    };
    const onBroken = (error: Error) => {
      if (res.destroyed || res.writableEnded) return;
      log.warn({ ...facts, error: messageOf(error) }, 'upstream broke off its answer');
      res.destroy();
    };
    // Not resolved against the base: a whole address would lead elsewhere, and dots to another path.
    const onward = {
      upstream,
      base: new URL(urls[upstream]),
      path: targetOf(req.originalUrl),
      headers,
      body,
      onBroken,
    };
    const over = new Promise((resolve) => (res.closed ? resolve(null) : res.on('close', resolve)));

    const place = bulkheads[upstream](client, async () => {
      try {
        let answered = Promise.resolve();
        await circuitBreakers[upstream](() => {
          const sent = send(req, res, onward, deps);
          answered = sent.answered;
          return Promise.race([sent.there, over]);
        });
        await Promise.race([answered, over]);
      } catch (error) {
        // What is left of the body is read and dropped, so that the caller hears why.
        req.resume();
        if (!res.destroyed) throw error;
      }
      await over;
    });
    await place.finally(() => body?.release());
  };

export type Forward = ReturnType<typeof createForward>;
