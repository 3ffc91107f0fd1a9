import { readScopes, scopes, type Scope } from '../../scopes.ts';
import { problems, type Response } from './responses.ts';
import type { Method, Operation } from './operation.ts';

/** The token that an operation requires; `{}` among them means that none is needed where reading is open. */
type Security = Record<string, Scope[]>[];
export type SecuredPaths = Record<string, Partial<Record<Method, Operation & { security: Security }>>>;

/** `components/securitySchemes`. */
export const securitySchemes = {
  bearer: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description:
      'An access token (RFC 9068) of the issuer that this installation trusts, for its audience. Scopes:\n\n' +
      Object.entries(scopes)
        .map(([name, what]) => `- \`${name}\`: ${what}`)
        .join('\n'),
  },
};

const refusals = (operation: Operation): Record<string, Response> => ({
  ...problems('Unauthenticated'),
  // One status for two reasons: an origin that may not change anything, and a token without the scope.
  ...(operation.responses['403'] ? {} : problems('NotAllowed')),
});

/** Adds the required token to an operation, and its responses without one. */
export const withSecurity = (
  operation: Operation,
  scope: Scope | null,
): Operation & { security: Security } => {
  if (scope === null) return { ...operation, security: [] };
  const security: Security = [...(readScopes.includes(scope) ? [{}] : []), { bearer: [scope] }];
  return { ...operation, security, responses: { ...operation.responses, ...refusals(operation) } };
};
