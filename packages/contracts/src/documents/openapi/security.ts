import { operationScopes, readScopes, scopes, type Scope } from '../../scopes.ts';
import { problems, type Answer } from './answers.ts';
import type { Method, Operation, Paths } from './operation.ts';

/** Which token an operation takes; `{}` among them says that it takes none where reading is open. */
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

const scopeOf = (path: string, method: string): Scope | undefined =>
  (operationScopes as Record<string, Scope>)[`${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`];

const refusals = (operation: Operation): Record<string, Answer> => ({
  ...problems('Unauthenticated'),
  // One status, two reasons: an origin that may not change anything, and a token that is not good for it.
  ...(operation.responses['403'] ? {} : problems('NotAllowed')),
});

const secured = (path: string, method: Method, operation: Operation): Operation & { security: Security } => {
  const scope = scopeOf(path, method);
  if (scope === undefined) return { ...operation, security: [] };
  const security: Security = [...(readScopes.includes(scope) ? [{}] : []), { bearer: [scope] }];
  return { ...operation, security, responses: { ...operation.responses, ...refusals(operation) } };
};

/** The operations with what each needs, by the same table that the services check with. */
export const withSecurity = (paths: Paths): SecuredPaths =>
  Object.fromEntries(
    Object.entries(paths).map(([path, item]) => [
      path,
      Object.fromEntries(
        Object.entries(item).map(([method, operation]) => [
          method,
          secured(path, method as Method, operation),
        ]),
      ),
    ]),
  );
