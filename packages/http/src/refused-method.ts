import { appError } from '@skillstream/errors';
import type { RequestHandler, Router } from 'express';

// The layers of a router, which Express's types omit.
type Route = { methods: Record<string, boolean>; stack: { handle: unknown }[] };
type Layer = { route?: Route; match: (path: string) => boolean };

/** First handler of a GET route without HEAD: its response is endless, or it executes what it is sent. */
export const noHead: RequestHandler = (req, _res, next) => next(req.method === 'HEAD' ? 'router' : undefined);

/** OPTIONS is handled below for all routers together; a single router would respond with its own methods only. */
export const noOptions: RequestHandler = (req, _res, next) =>
  next(req.method === 'OPTIONS' ? 'router' : undefined);

const methodsOf = ({ methods, stack }: Route): string[] => {
  // A route for all methods does not say which ones it supports.
  const taken = Object.keys(methods).flatMap((name) => (name === '_all' ? [] : [name.toUpperCase()]));
  const hasHead = taken.includes('GET') && !stack.some(({ handle }) => handle === noHead);
  return hasHead ? [...taken, 'HEAD'] : taken;
};

/** The methods that routers support at a path, HEAD with GET as in Express; none without a route. */
export const methodsAt = (routers: readonly Router[], path: string): string[] => {
  const layers = routers.flatMap(({ stack }) => stack as unknown as Layer[]);
  const taken = layers.flatMap((layer) => (layer.route && layer.match(path) ? methodsOf(layer.route) : []));
  return [...new Set(taken)].sort();
};

/**
 * Responds where a path is known and the method is not: 405 as a problem, or 204 for OPTIONS (RFC 9110, 9.3.7), both
 * with the supported methods in `Allow`. A route that is in no table of operations is treated as if it did not exist.
 */
export const refusedMethod =
  (routers: readonly Router[]): RequestHandler =>
  (req, res, next) => {
    const allow = methodsAt(routers, req.path);
    if (allow.length === 0 || allow.includes(req.method)) return next();
    if (req.method === 'OPTIONS') return void res.status(204).set('Allow', allow.join(', ')).end();
    const taken = allow.join(', ');
    next(
      appError('method-not-allowed', `${req.path} takes ${taken}, not ${req.method}`, { context: { allow } }),
    );
  };
