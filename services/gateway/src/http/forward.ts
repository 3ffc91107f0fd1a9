import { request, type Agent, type IncomingMessage } from 'node:http';
import { fault, formatTraceparent, messageOf, type Log } from '@skillstream/runtime';
import type { Request, RequestHandler, Response } from 'express';
import { partAway } from '../parts/part-away.ts';
import type { Part } from '../parts/route-table.ts';
import { forwardedTrace } from './forwarded-trace.ts';
import { passedOn } from './headers.ts';
import { targetOf } from './target.ts';

export type ForwardDeps = { log: Log; agent: Agent; timeoutMs: number };

// Errors that an idle connection meets when the part closed it as we began: nothing was processed.
const isStaleConnection = (error: NodeJS.ErrnoException) =>
  error.code === 'ECONNRESET' || error.code === 'EPIPE';

const bodyless = (req: Request) =>
  req.headers['transfer-encoding'] === undefined && !Number(req.headers['content-length'] ?? 0);

const passBack = (answer: IncomingMessage, req: Request, res: Response, onBroken: (e: Error) => void) => {
  res.writeHead(answer.statusCode ?? 502, passedOn(answer.headers));
  res.flushHeaders();
  answer.pipe(res);
  answer.on('error', onBroken);
  // An answer may be complete before the request is (a 503, say): the rest is read and dropped, or the
  // connection would never get to its next request.
  res.on('finish', () => {
    if (!req.complete) req.unpipe().resume();
  });
};

/**
 * Hands a request on to a part and its answer back, both as streams with back-pressure: results of an
 * NDJSON stream flow while it is still being sent.
 * A part that is away is `unavailable` with its name; one that dies while answering ends the caller's
 * connection, since a status was already said.
 */
export const createForward =
  ({ log, agent, timeoutMs }: ForwardDeps) =>
  (part: Part, baseUrl: string): RequestHandler =>
  async (req, res, next) => {
    const trace = await forwardedTrace(req);
    const facts = { traceId: trace.traceId, method: req.method, path: req.path, part };
    if (trace.sampled) log.info(facts, 'request forwarded');
    const headers = { ...passedOn(req.headers), traceparent: formatTraceparent(trace) };

    const attempt = (again: boolean) => {
      let answered = false;
      // Not resolved against the base: a whole address would lead elsewhere, and dots to another path.
      const path = targetOf(req.originalUrl);
      const onward = request(new URL(baseUrl), { agent, method: req.method, path, headers });
      const fail = (error: Error) => {
        if (res.destroyed || res.writableEnded) return;
        if (!answered && again && onward.reusedSocket && isStaleConnection(error)) return attempt(false);
        req.unpipe(onward).resume();
        if (!answered) return next(error.name === 'SkillstreamError' ? error : partAway(part, error));
        log.warn({ ...facts, error: messageOf(error) }, 'part broke off its answer');
        res.destroy();
      };
      onward.on('response', (answer) => {
        answered = true;
        passBack(answer, req, res, fail);
      });
      // Once there is an answer, only its own end counts: the part may rightly stop reading after it.
      onward.on('error', (error) => {
        if (!answered) fail(error);
      });
      onward.setTimeout(timeoutMs, () => {
        if (!answered && req.complete) onward.destroy(fault('timeout', `${part} did not answer in time`));
      });
      res.on('close', () => {
        if (!res.writableFinished) onward.destroy();
      });
      if (bodyless(req)) return onward.end();
      // The part may begin its answer before the body begins.
      onward.flushHeaders();
      req.pipe(onward);
    };
    attempt(bodyless(req));
  };
