import { operationList } from '@skillstream/contracts';
import {
  attribute,
  createIdleTracer,
  runIn,
  type Span,
  type TraceContext,
  type Tracer,
} from '@skillstream/telemetry';
import type { Request, RequestHandler } from 'express';
import { routeOf } from './route-of.ts';

const { http } = attribute;
const spans = new WeakMap<object, Span>();

// A probe every few seconds, and a scrape: a trace of each would be most of all traces, and say nothing.
const probes = new Set<string>(
  operationList.filter(({ owner }) => owner === 'every').map(({ path }) => path),
);
const unsampled = createIdleTracer({ ratio: 0 });

// A path that is no operation's may be anything.
const pathOf = (req: Request, route: string): string | undefined =>
  route === 'other' ? undefined : req.path.slice(0, 300);

const isFailure = (status: number): boolean => status >= 500;

const finish = (req: Request, span: Span, status: number): void => {
  const route = routeOf(req);
  span.rename(`${req.method} ${route}`);
  span.set({ [http.route]: route, [http.path]: pathOf(req, route), [http.scheme]: req.protocol });
  // A caller that left before there was a response has no status.
  if (status !== 0) span.set({ [http.status]: status });
  if (status === 0 || isFailure(status)) span.fail(status === 0 ? 'unanswered' : String(status));
  span.end();
};

/**
 * The context of a request: of its own span, or of its caller's where that is not sampled; unsampled where it has not
 * passed the shell.
 */
export const traceContextOf = (req: Request): TraceContext => {
  const span = spans.get(req) ?? unsampled.root(req.method);
  spans.set(req, span);
  return span.context;
};

/**
 * Begins the span of every request, as a part of the caller's trace or as a new one; what is done for the request is
 * done within it. The response names the trace. A span has method and route, and the path of an operation, but nothing
 * that is in a query or a body.
 */
export const requestTrace =
  (tracer: Tracer): RequestHandler =>
  (req, res, next) => {
    const parent = tracer.extract(req.headers);
    const options = { kind: 'server', attributes: { [http.method]: req.method } } as const;
    const begin = (probes.has(req.path) ? unsampled : tracer).root;
    const span = parent ? tracer.start(req.method, parent, options) : begin(req.method, options);
    spans.set(req, span);
    res.setHeader('trace-id', span.context.traceId);
    if (span.isRecording) res.on('close', () => finish(req, span, res.headersSent ? res.statusCode : 0));
    runIn(span.context, next);
  };
