/** The caller of a request, from its verified token. */
export type Caller = {
  /** `sub`: the user, or the client itself if there is no user. */
  subject: string;
  /** `client_id`, or `azp` for issuers that use that (OpenID Connect Core, 2); null without either. */
  client: string | null;
  scopes: ReadonlySet<string>;
  /** When the token expires, in ms since 1970. */
  endsMs: number;
};

const wordsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return value.split(' ').filter(Boolean);
  return Array.isArray(value) ? value.filter((word) => typeof word === 'string') : [];
};
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/**
 * The caller from the claims of a verified token, which include `exp`. Scopes are in `scope`, separated by spaces
 * (RFC 9068, 2.2.3), or in `scp` for some issuers.
 */
export const callerOf = (claims: Readonly<Record<string, unknown>>): Caller => ({
  subject: textOf(claims.sub) ?? '',
  client: textOf(claims.client_id) ?? textOf(claims.azp),
  scopes: new Set([...wordsOf(claims.scope), ...wordsOf(claims.scp)]),
  endsMs: Number(claims.exp) * 1000,
});
