/** Who asks, as a token says it that was verified. */
export type Caller = {
  /** `sub`: the user, or the client itself where no user is. */
  subject: string;
  /** `client_id`, or `azp` where an issuer names it so (OpenID Connect Core, 2); null where neither is said. */
  client: string | null;
  scopes: ReadonlySet<string>;
  /** When the token ends, in ms since 1970. */
  endsMs: number;
};

const wordsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return value.split(' ').filter(Boolean);
  return Array.isArray(value) ? value.filter((word) => typeof word === 'string') : [];
};
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/**
 * The caller that a verified token's claims name, `exp` among them. Scopes stand in `scope`, separated by blanks
 * (RFC 9068, 2.2.3), or in `scp`, as some issuers have it.
 */
export const callerOf = (claims: Readonly<Record<string, unknown>>): Caller => ({
  subject: textOf(claims.sub) ?? '',
  client: textOf(claims.client_id) ?? textOf(claims.azp),
  scopes: new Set([...wordsOf(claims.scope), ...wordsOf(claims.scp)]),
  endsMs: Number(claims.exp) * 1000,
});
