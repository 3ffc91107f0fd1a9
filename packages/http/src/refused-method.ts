import { appError } from '@skillstream/errors';
import type { RequestHandler, Router } from 'express';

// What Express's types leave out of a router's layers.
type Route = { methods: Record<string, boolean>; stack: { handle: unknown }[] };
type Layer = { route?: Route; match: (path: string) => boolean };

/** First in a GET route whose answer goes on for ever, or that runs what it is sent: there is no HEAD of it. */
export const noHead: RequestHandler = (req, _res, next) => next(req.method === 'HEAD' ? 'router' : undefined);

/** OPTIONS asks what a path takes, and is answered below; a router would answer in place of those that know. */
export const noOptions: RequestHandler = (req, _res, next) =>
  next(req.method === 'OPTIONS' ? 'router' : undefined);

const methodsOf = ({ methods, stack }: Route): string[] => {
  // Of a route of all methods nobody knows which ones it means.
  const taken = Object.keys(methods).flatMap((name) => (name === '_all' ? [] : [name.toUpperCase()]));
  const hasHead = taken.includes('GET') && !stack.some(({ handle }) => handle === noHead);
  return hasHead ? [...taken, 'HEAD'] : taken;
};

/** The methods that routers take at a path, HEAD with GET as Express does; none where they have no route. */
export const methodsAt = (routers: readonly Router[], path: string): string[] => {
  const layers = routers.flatMap(({ stack }) => stack as unknown as Layer[]);
  const taken = layers.flatMap((layer) => (layer.route && layer.match(path) ? methodsOf(layer.route) : []));
  return [...new Set(taken)].sort();
};

/**
 * Answers where a path is known and the method is not: 405 as a problem, or, asked by OPTIONS, 204 (RFC 9110, 9.3.7);
 * either says in `Allow` which methods are. An operation that has a route and comes here all the same was named by no
 * table: it is as good as none.
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
