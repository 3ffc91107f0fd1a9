import { operationList, readScopes, type Scope } from '@skillstream/contracts';
import { Router, type Request, type RequestHandler } from 'express';
import { bearerToken, insufficientScope } from './bearer.ts';
import { setCaller } from './request-caller.ts';
import type { VerifyToken } from './verify-token.ts';

export type AuthorizeDeps = {
  verify: VerifyToken;
  /** Whether everybody may read. */
  readsOpen: boolean;
};

type Method = 'get' | 'post' | 'delete';

/**
 * Lets a request go on when its caller may do that: what each operation needs stands in the table of operations. The
 * gateway asks first, and the service that carries it out asks again, since being inside proves nothing (NIST SP
 * 800-207, zero trust). An operation that the table does not name leaves the router that this stands in, so that
 * nothing behind it runs. Notes who asks, and whether something would change.
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
  // The framework itself matches paths here as for the routes behind: another reading of a path would be a way around.
  const router = Router();
  for (const { method, path, scope } of operationList)
    router[method.toLowerCase() as Method](path, scope === null ? isOpen : needs(scope));
  return (req, res, next) =>
    router(req, res, (error?: unknown) => next(error ?? (named.has(req) ? undefined : 'router')));
};
