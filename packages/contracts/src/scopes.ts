/** What a token may be good for (RFC 6749, 3.3), and what each lets its holder do. */
export const scopes = {
  'analytics:read': 'Ask what was counted, read postings, have a text tagged',
  'ops:read': 'Watch the platform: ledger, status, jobs',
  'ops:write': 'Begin a verification or a re-tagging, have postings published again',
  'postings:write': 'Send postings',
  'postings:retract': 'Take postings back',
} as const;

export type Scope = keyof typeof scopes;
export const scopeNames = Object.keys(scopes) as Scope[];

/** Scopes of reading: open to everybody unless an installation closes them. */
export const readScopes: readonly Scope[] = ['analytics:read', 'ops:read'];

/** Who issues the tokens of demonstrations, which no production takes. */
export const DEMO_ISSUER = 'urn:skillstream:demo';
/** Whom tokens are for, unless an installation names another. */
export const DEFAULT_AUDIENCE = 'skillstream';

/**
 * What is for everybody always: what watches a process, and the reference. Nothing else is: an operation that stands
 * neither here nor below is refused, whoever serves it.
 */
export const openOperations = [
  'GET /healthz',
  'GET /readyz',
  'GET /metrics',
  'GET /openapi.json',
  'GET /docs',
  'GET /docs/:asset',
] as const;

/** What each other operation needs, by method and path: the gateway checks it, and the service that carries it out again. */
export const operationScopes = {
  'POST /v1/postings': 'postings:write',
  'GET /v1/postings/:id': 'analytics:read',
  'DELETE /v1/postings/:id': 'postings:retract',
  'GET /v1/demand': 'analytics:read',
  'GET /v1/skills': 'analytics:read',
  'GET /v1/skills/:id': 'analytics:read',
  'GET /v1/skills/:id/trend': 'analytics:read',
  'GET /v1/skills/:id/pairs': 'analytics:read',
  'GET /v1/skills/:id/salary': 'analytics:read',
  'GET /v1/salaries': 'analytics:read',
  'GET /v1/compare': 'analytics:read',
  'GET /v1/compare/skills': 'analytics:read',
  'GET /v1/reports': 'analytics:read',
  'GET /v1/report/:id': 'analytics:read',
  'POST /v1/tags': 'analytics:read',
  'GET /v1/live': 'analytics:read',
  'GET /graphql': 'analytics:read',
  'POST /graphql': 'analytics:read',
  'GET /v1/views': 'analytics:read',
  'GET /v1/skills/:id/counted': 'analytics:read',
  'GET /v1/ledger': 'ops:read',
  'GET /v1/status': 'ops:read',
  'GET /v1/consumers': 'ops:read',
  'GET /v1/retag': 'ops:read',
  'POST /v1/retag': 'ops:write',
  'POST /v1/verify': 'ops:write',
  'GET /v1/verify/:id': 'ops:read',
  'GET /v1/reconciliation': 'ops:read',
  'GET /v1/versions': 'ops:read',
  'POST /v1/versions': 'ops:read',
  'POST /v1/versions/compare': 'ops:read',
  'POST /v1/republish': 'ops:write',
} as const satisfies Record<string, Scope>;
