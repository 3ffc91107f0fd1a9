import type { Scope } from '@skillstream/contracts';
import type { Request } from 'express';
import { insufficientScope } from './bearer.ts';
import type { Caller } from './caller.ts';

/** What is known of a request; `changes`: it changes something where it goes through. */
export type RequestFacts = { changes: boolean; caller: Caller | null };

const callers = new WeakMap<object, RequestFacts>();

/** Keeps what a request's token told, for the audit trail and for answers that go on. */
export const setCaller = (req: Request, facts: RequestFacts): void => void callers.set(req, facts);

/** What was noted of a request; of one that nobody had to be known for, nothing. */
export const factsOf = (req: Request): RequestFacts => callers.get(req) ?? { changes: false, caller: null };

/**
 * When the token of a request ends, in ms since 1970; Infinity where none was needed. An answer that goes on ends
 * then.
 */
export const tokenEndsMs = (req: Request): number => factsOf(req).caller?.endsMs ?? Infinity;

/** One name for whoever sent a request with a token, by client and subject; of all others the empty one. */
export const callerNameOf = (req: Request): string => {
  const { caller } = factsOf(req);
  return caller ? JSON.stringify([caller.client, caller.subject]) : '';
};

/**
 * Asks for a scope beside that of the operation, for one that answers several questions. Who was not asked for a
 * token, as where reading is open, is not asked for a scope.
 * @throws SkillstreamError `insufficient-scope`
 */
export const checkScope = (req: Request, scope: Scope): void => {
  const { caller } = factsOf(req);
  if (caller && !caller.scopes.has(scope)) throw insufficientScope(scope);
};
