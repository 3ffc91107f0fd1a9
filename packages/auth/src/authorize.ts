import { operationList, readScopes, type Scope } from '@skillstream/contracts';
import { Router, type Request, type RequestHandler } from 'express';
import { bearerToken, insufficientScope } from './bearer.ts';
import { setCaller } from './request-caller.ts';
import type { VerifyToken } from './verify-token.ts';

export type AuthorizeDeps = {
  verify: VerifyToken;
  /** Whether reading is open to everybody. */
  readsOpen: boolean;
};

type Method = 'get' | 'post' | 'delete';

/**
 * Admits a request if its caller has the scope that the table of operations requires. The gateway checks first, and
 * the service that handles the request checks again, since being inside the network proves nothing (NIST SP 800-207,
 * zero trust). An operation that is not in the table leaves the router, so that no handler runs. Records the caller,
 * and whether the operation is a change.
 * @throws SkillstreamError `unauthenticated`, `insufficient-scope`
 */
export const authorize = ({ verify, readsOpen }: AuthorizeDeps): RequestHandler => {
  const named = new WeakSet<Request>();
  const isOpen: RequestHandler = (req, _res, next) => {
    named.add(req);
    next();
  };
  const needs =
    (scope: Scope): RequestHandler =>
    async (req, _res, next) => {
      named.add(req);
      const isRead = readScopes.includes(scope);
      if (isRead && readsOpen) return next();
      setCaller(req, { changes: !isRead, caller: null });
      const caller = await verify(bearerToken(req.headers.authorization, scope));
      setCaller(req, { changes: !isRead, caller });
      if (!caller.scopes.has(scope)) throw insufficientScope(scope);
      next();
    };
  // Express matches paths here as for the routes that follow: another matcher could be bypassed.
  const router = Router();
  for (const { method, path, scope } of operationList)
    router[method.toLowerCase() as Method](path, scope === null ? isOpen : needs(scope));
  return (req, res, next) =>
    router(req, res, (error?: unknown) => next(error ?? (named.has(req) ? undefined : 'router')));
};
