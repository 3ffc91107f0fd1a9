/** The scopes of a token (RFC 6749, 3.3), and what each allows its holder. */
export const scopes = {
  'analytics:read': 'Query counts, read postings, tag a text',
  'ops:read': 'Monitor the platform: ledger, status, jobs',
  'ops:write': 'Start a verification or a re-tagging, publish postings again',
  'postings:write': 'Send postings',
  'postings:retract': 'Retract postings, erase a source',
} as const;

export type Scope = keyof typeof scopes;
export const scopeNames = Object.keys(scopes) as Scope[];

/** Read scopes: open to everybody unless an installation requires a token for them. */
export const readScopes: readonly Scope[] = ['analytics:read', 'ops:read'];

/** The issuer of demonstration tokens, which no production accepts. */
export const DEMO_ISSUER = 'urn:skillstream:demo';
/** The audience of tokens, unless an installation configures another. */
export const DEFAULT_AUDIENCE = 'skillstream';
