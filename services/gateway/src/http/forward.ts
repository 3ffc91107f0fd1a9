import { request, type Agent, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { messageOf } from '@skillstream/errors';
import { hasBody, traceContextOf } from '@skillstream/http';
import type { Log } from '@skillstream/runtime';
import { attribute, errorTypeOf, injectContext, runIn, type Span, type Tracer } from '@skillstream/telemetry';
import type { Request, RequestHandler, Response } from 'express';
import { callerLeft } from '../upstreams/circuit-breaker.ts';
import type { Bulkheads, CircuitBreakers } from '../upstreams/fetch-upstream.ts';
import { isStaleConnection } from '../upstreams/send-request.ts';
import { requestAttributes } from '../upstreams/client-span.ts';
import { upstreamUnavailable } from '../upstreams/upstream-unavailable.ts';
import type { Upstream, UpstreamUrls } from '../upstreams/upstreams.ts';
import { forwardedContext } from './forwarded-context.ts';
import { passedBack, passedToUpstream } from './headers.ts';
import { isStream, requestClient, targetOf } from './request.ts';
import { createResponseTimer } from './response-timer.ts';
import type { ReadBody, ReadSmall } from './small-body.ts';

export type ForwardDeps = {
  log: Log;
  agent: Agent;
  urls: UpstreamUrls;
  bulkheads: Bulkheads;
  circuitBreakers: CircuitBreakers;
  timeoutMs: number;
  readSmall: ReadSmall;
  tracer: Tracer;
};

// Express's own evaluation of `trust proxy`; its types leave it out.
const isFromTrustedProxy = (req: Request): boolean =>
  (req.app.get('trust proxy fn') as (address: string, hop: number) => boolean)(
    req.socket.remoteAddress ?? '',
    0,
  );

const passBack = (result: IncomingMessage, req: Request, res: Response, onBroken: (e: Error) => void) => {
  res.writeHead(result.statusCode ?? 502, passedBack(result.headers));
  res.flushHeaders();
  result.pipe(res);
  result.on('error', onBroken);
  // A response may be complete before the request is (a 503, say): the rest is read and dropped, or the connection
  // would never get to its next request.
  res.on('finish', () => {
    if (!req.complete) req.unpipe().resume();
  });
};

type Onward = {
  upstream: Upstream;
  base: URL;
  path: string;
  headers: OutgoingHttpHeaders;
  /** The bytes read of the body; null where there is no body, or it is streamed. */
  body: ReadBody | null;
  /** Of the request to the upstream. */
  span: Span;
  onBroken: (error: Error) => void;
};

/**
 * Forwards a request.
 * @returns `there` resolves when the upstream has proved available: by its response, or, while the caller may be slow
 * to send a body, by a connection. `answered` resolves when the response begins. Both reject when the upstream is
 * unavailable, `answered` also later.
 */
const send = (req: Request, res: Response, onwardTo: Onward, { agent, timeoutMs }: ForwardDeps) => {
  const { upstream, base, path, headers, body, span, onBroken } = onwardTo;
  const [there, answered] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  // A caller that awaits `there` gets the same error from it.
  answered.promise.catch(() => undefined);
  const short = !hasBody(req);
  // A complete request can be retried; an upstream that did process it finds nothing new in the repeat.
  const repeatable = short || body?.complete === true;
  const attempt = (repeated: boolean) => {
    let begun = false;
    // Idle connections of the agent may all be closed: a retry gets a new one, and so does what could not be retried.
    const by = repeatable && !repeated ? agent : false;
    const onward = request(base, { agent: by, method: req.method, path, headers });
    const fail = (error: NodeJS.ErrnoException) => {
      // A caller who has left breaks the connection off, which looks the same: nothing is sent again for nobody.
      const isStale = !res.closed && onward.reusedSocket && isStaleConnection(error);
      if (isStale && !repeated) return attempt(true);
      req.unpipe(onward);
      const reason = upstreamUnavailable(upstream, error);
      there.reject(reason);
      answered.reject(reason);
    };
    onward.on('response', (result) => {
      begun = true;
      owed.stop();
      span.set({ [attribute.http.status]: result.statusCode });
      there.resolve();
      answered.resolve();
      passBack(result, req, res, onBroken);
    });
    // After the response began, only its own end matters: the upstream may rightly stop reading the request.
    onward.on('error', (error) => {
      owed.stop();
      if (!begun) fail(error);
    });
    const owed = createResponseTimer(req, onward, timeoutMs);
    // Also after a response that came before all of the body: the rest and this connection are dropped.
    res.on('close', () => {
      if (!res.writableFinished || !req.complete) onward.destroy();
    });
    if (short) return onward.end();
    if (body?.complete) return onward.end(body.bytes);
    onward.on('socket', (socket) => {
      if (socket.connecting) socket.once('connect', there.resolve);
      else there.resolve();
    });
    // The upstream may begin its response before the body begins.
    onward.flushHeaders();
    if (body) onward.write(body.bytes);
    req.pipe(onward);
  };
  attempt(false);
  return { there: there.promise, answered: answered.promise };
};

/**
 * Forwards a request to an upstream and its response back, both as streams with back-pressure: results of an NDJSON
 * stream flow while it is still being sent. A small body that is not a stream is read before the request takes a
 * bulkhead slot of the upstream, and no client can take all slots. An unreachable upstream, or one that does not begin
 * its response in time, is reported as `unavailable` with its name, as for a query; when one dies in the middle of its
 * response, the caller's connection is closed, since the status was already sent.
 */
export const createForward =
  (deps: ForwardDeps) =>
  (upstream: Upstream): RequestHandler =>
  async (req, res) => {
    const { log, urls, bulkheads, circuitBreakers, readSmall, tracer } = deps;
    const { sampled } = await forwardedContext(req, tracer.trustsCallers);
    const facts = { method: req.method, path: req.path, upstream };
    if (sampled) log.info(facts, 'request forwarded');
    const client = requestClient(req);
    const body = !hasBody(req) || isStream(req) ? null : await readSmall(req, client);
    // The client left before its body was complete, or was too slow and has its response.
    if ((req.destroyed && !req.complete) || res.writableEnded) return body?.release();
    const base = new URL(urls[upstream]);
    const options = { kind: 'client', attributes: requestAttributes(req.method, base) } as const;
    const span = tracer.start(`${req.method} ${upstream}`, traceContextOf(req), options);
    const headers = {
      ...passedToUpstream(req.headers, isFromTrustedProxy(req)),
      ...injectContext({ ...span.context, sampled }),
    };
    const onBroken = (error: Error) => {
      if (res.destroyed || res.writableEnded) return;
      const line = { ...facts, error: messageOf(error) };
      runIn(span.context, () => log.warn(line, 'upstream response broke off'));
      res.destroy();
    };
    // The path is not resolved against the base: an absolute URL would lead elsewhere, and dots to another path.
    const path = targetOf(req.originalUrl);
    const onward = { upstream, base, path, headers, body, span, onBroken };
    const left = Promise.withResolvers<never>();
    // Every response is over at last, mostly when nobody waits for this any more.
    left.promise.catch(() => undefined);
    const over = new Promise<void>((resolve) => {
      const end = () => {
        // At once: the request to the upstream is broken off next, which is no failure of the upstream.
        left.reject(callerLeft);
        resolve();
      };
      if (res.closed) end();
      else res.on('close', end);
    });

    const place = bulkheads[upstream](client, async () => {
      try {
        let answered = Promise.resolve();
        await circuitBreakers[upstream](() => {
          const sent = send(req, res, onward, deps);
          answered = sent.answered;
          return Promise.race([sent.there, left.promise]);
        });
        await Promise.race([answered, over]);
      } catch (error) {
        if (error !== callerLeft) span.fail(errorTypeOf(error));
        // The rest of the body is read and dropped, so that the caller receives the error.
        req.resume();
        if (!res.destroyed) throw error;
      }
      await over;
    });
    await place.finally(() => {
      span.end();
      body?.release();
    });
  };

export type Forward = ReturnType<typeof createForward>;
