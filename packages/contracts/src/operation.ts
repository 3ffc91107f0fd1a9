import type { z } from 'zod';
import type { Scope } from './scopes.ts';

/** The services, each a process of its own; the gateway alone is open to callers from outside. */
export const serviceNames = ['gateway', 'ingestion', 'tagging', 'analytics'] as const;
export type ServiceName = (typeof serviceNames)[number];

/** Kinds of requests, each with a limit of its own: what they cost differs by orders of magnitude. */
export const rateClasses = ['reads', 'writes', 'streams', 'expensive'] as const;
export type RateClass = (typeof rateClasses)[number];

export type Method = 'GET' | 'POST' | 'DELETE';

/** One thing that can be asked of the platform over HTTP. */
export type Operation = {
  method: Method;
  /** As Express has it: `/v1/skills/:id`. */
  path: string;
  /** Who carries it out; `every` service does for itself. What is not its own the gateway hands on. */
  owner: ServiceName | 'every';
  /** What a token has to be good for; `null` is for everybody always. */
  scope: Scope | null;
  /** The limit that it counts against at the gateway; `null` is never limited. */
  rateClass: RateClass | null;
  /** Depends on what was counted alone: the gateway keeps the answer until the views change. */
  cachedQuery?: true;
  /** `expensive` where no view is kept for the filter, which is then answered from the facts. */
  expensiveWithoutView?: true;
  /** The parameters, of path or query, that name a skill. */
  skills?: readonly string[];
  query?: z.ZodObject;
  body?: z.ZodType;
  /** The answer of success, where it is one JSON document. */
  response?: z.ZodType;
  summary: string;
};
