import { appError, type SkillstreamError } from '@skillstream/errors';
const REALM = 'realm="skillstream"';
// RFC 6750, 2.1; the scheme is case-insensitive (RFC 9110, 11.1).
const BEARER = /^bearer +([\w.~+/-]+=*)$/i;

/** The refusal of a request without an acceptable token, and its challenge (RFC 6750, 3). */
export const unauthenticated = (message: string, cause?: unknown): SkillstreamError =>
  appError('unauthenticated', message, {
    cause,
    context: { challenge: `Bearer ${REALM}, error="invalid_token", error_description="${message}"` },
  });

/** The refusal of a caller without the required scope, which it names. */
export const insufficientScope = (scope: string): SkillstreamError =>
  appError('insufficient-scope', `This takes a token with the scope ${scope}`, {
    context: { challenge: `Bearer ${REALM}, error="insufficient_scope", scope="${scope}"` },
  });

/**
 * The token of an Authorization header.
 * @param scope the scope that the request requires, for the challenge
 * @throws SkillstreamError `unauthenticated` if there is none, or another authentication scheme
 */
export const bearerToken = (header: string | undefined, scope: string): string => {
  // A request without any authentication gets no error code (RFC 6750, 3.1).
  if (header === undefined)
    throw appError('unauthenticated', `This takes a token with the scope ${scope}`, {
      context: { challenge: `Bearer ${REALM}, scope="${scope}"` },
    });
  const token = BEARER.exec(header)?.[1];
  if (!token) throw unauthenticated('Authorization has to be: Bearer, a blank, and the token');
  return token;
};
