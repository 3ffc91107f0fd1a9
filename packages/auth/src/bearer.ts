import { appError, type SkillstreamError } from '@skillstream/errors';
const REALM = 'realm="skillstream"';
// RFC 6750, 2.1; the scheme's case does not count (RFC 9110, 11.1).
const BEARER = /^bearer +([\w.~+/-]+=*)$/i;

/** The refusal of a request without a token that can be taken, and its challenge (RFC 6750, 3). */
export const unauthenticated = (message: string, cause?: unknown): SkillstreamError =>
  appError('unauthenticated', message, {
    cause,
    context: { challenge: `Bearer ${REALM}, error="invalid_token", error_description="${message}"` },
  });

/** The refusal of a caller who may not do that; says which scope it takes. */
export const insufficientScope = (scope: string): SkillstreamError =>
  appError('insufficient-scope', `This takes a token with the scope ${scope}`, {
    context: { challenge: `Bearer ${REALM}, error="insufficient_scope", scope="${scope}"` },
  });

/**
 * The token of an Authorization header.
 * @param scope what the request needs, for the challenge
 * @throws SkillstreamError `unauthenticated` where there is none, or another kind of log-in
 */
export const bearerToken = (header: string | undefined, scope: string): string => {
  // A request that says nothing of who asks is told no error code (RFC 6750, 3.1).
  if (header === undefined)
    throw appError('unauthenticated', `This takes a token with the scope ${scope}`, {
      context: { challenge: `Bearer ${REALM}, scope="${scope}"` },
    });
  const token = BEARER.exec(header)?.[1];
  if (!token) throw unauthenticated('Authorization has to be: Bearer, a blank, and the token');
  return token;
};
