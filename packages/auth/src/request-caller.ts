import type { Scope } from '@skillstream/contracts';
import type { Request } from 'express';
import { insufficientScope } from './bearer.ts';
import type { Caller } from './caller.ts';

/** The facts about a request; `changes`: it changes data if it succeeds. */
export type RequestFacts = { changes: boolean; caller: Caller | null };

const callers = new WeakMap<object, RequestFacts>();

/** Stores the caller of a request, for the audit log and for long responses. */
export const setCaller = (req: Request, facts: RequestFacts): void => void callers.set(req, facts);

/** The stored facts about a request; none if it needed no token. */
export const factsOf = (req: Request): RequestFacts => callers.get(req) ?? { changes: false, caller: null };

/** When the token of a request expires, in ms since 1970; Infinity if none was needed. Long responses end then. */
export const tokenEndsMs = (req: Request): number => factsOf(req).caller?.endsMs ?? Infinity;

/** A key for the caller of a request with a token, by client and subject; the empty text for all others. */
export const callerNameOf = (req: Request): string => {
  const { caller } = factsOf(req);
  return caller ? JSON.stringify([caller.client, caller.subject]) : '';
};

/**
 * Requires a scope beside that of the operation, for one that serves several queries. Without a required token, as
 * where reading is open, no scope is required either.
 * @throws SkillstreamError `insufficient-scope`
 */
export const checkScope = (req: Request, scope: Scope): void => {
  const { caller } = factsOf(req);
  if (caller && !caller.scopes.has(scope)) throw insufficientScope(scope);
};
