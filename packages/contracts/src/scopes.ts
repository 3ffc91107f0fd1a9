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
