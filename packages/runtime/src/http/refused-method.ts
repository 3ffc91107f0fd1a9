import type { RequestHandler, Router } from 'express';
import { fault } from '../errors.ts';

// What Express's types leave out of a router's layers.
type Layer = { route?: { methods: Record<string, boolean> }; match: (path: string) => boolean };

/** The methods that routers take at a path, HEAD with GET as Express does; none where they have no route. */
export const methodsAt = (routers: readonly Router[], path: string): string[] => {
  const layers = routers.flatMap(({ stack }) => stack as unknown as Layer[]);
  const taken = layers
    .filter((layer) => layer.route && layer.match(path))
    .flatMap((layer) => Object.keys(layer.route!.methods));
  const all = new Set(taken.map((method) => method.toUpperCase()));
  if (all.has('GET')) all.add('HEAD');
  return [...all].sort();
};

/** Answers 405 as a problem where a path is known and the method is not, and says which methods are. */
export const refusedMethod =
  (routers: readonly Router[]): RequestHandler =>
  (req, _res, next) => {
    const allow = methodsAt(routers, req.path);
    if (allow.length === 0) return next();
    const taken = allow.join(', ');
    next(
      fault('method-not-allowed', `${req.path} takes ${taken}, not ${req.method}`, { context: { allow } }),
    );
  };
