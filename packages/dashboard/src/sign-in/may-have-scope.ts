import type { Scope } from '@skillstream/contracts';

const wordsOf = (value: unknown): unknown[] =>
  typeof value === 'string' ? value.split(' ') : Array.isArray(value) ? value : [];

const claimsOf = (token: string): Record<string, unknown> | null => {
  try {
    const part = token.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/');
    const claims: unknown = JSON.parse(atob(part));
    return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : null;
  } catch {
    return null;
  }
};

/**
 * Whether it makes sense to offer what takes a scope: not without a token, nor with one whose claims (`scope`, RFC
 * 9068, 2.2.3, or `scp`) lack it. Only the gateway decides: a token that cannot be read here may allow it.
 */
export const mayHaveScope = (token: string | null, scope: Scope): boolean => {
  if (token === null) return false;
  const claims = claimsOf(token);
  return claims === null || [...wordsOf(claims['scope']), ...wordsOf(claims['scp'])].includes(scope);
};
