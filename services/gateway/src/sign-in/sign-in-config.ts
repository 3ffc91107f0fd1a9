import { readScopes, scopeNames, type SignIn } from '@skillstream/contracts';
import { z } from 'zod';

// A client id, a scope or a resource as the issuer has them: printable ASCII (RFC 6749, appendix A.1 and A.4).
const visible = /^[\x21\x23-\x5b\x5d-\x7e]+$/;
const MOST_CHARACTERS = 500;

// What the page does: it reads, and sends a text that somebody tries.
const usual = ['openid', 'analytics:read', 'ops:read', 'postings:write'];

/** How the page signs in; without a client id a token is pasted. */
export const signInConfig = z.object({
  PAGE_OIDC_CLIENT_ID: z.string().max(MOST_CHARACTERS).default(''),
  PAGE_OIDC_SCOPES: z
    .string()
    .max(MOST_CHARACTERS)
    .default('')
    .transform((text) => text.split(' ').filter(Boolean))
    .transform((words) => (words.length === 0 ? usual : words))
    .refine((words) => words.every((word) => visible.test(word)), 'scopes, separated by blanks')
    .refine(
      (words) => words.includes('openid'),
      'openid is needed, by which the issuer says who has signed in',
    ),
  PAGE_OIDC_RESOURCE: z.union([z.literal(''), z.url()]).default(''),
});
type SignInConfig = z.infer<typeof signInConfig> & {
  AUTH_ISSUER?: string | undefined;
  AUTH_READS: 'open' | 'closed';
};

/** A refinement of the gateway's configuration: a client is one of an issuer. */
export const completeSignIn = (config: SignInConfig, context: z.core.$RefinementCtx): void => {
  const say = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  const { PAGE_OIDC_CLIENT_ID: id, AUTH_ISSUER: issuer } = config;
  if (id === '') return;
  if (!visible.test(id)) say('PAGE_OIDC_CLIENT_ID', 'has to be of visible ASCII');
  if (!issuer) say('PAGE_OIDC_CLIENT_ID', 'needs AUTH_ISSUER, whose client it is');
};

/** What the gateway says publicly about signing in, by its configuration. */
export const signInOf = (config: SignInConfig): SignIn => {
  const { AUTH_ISSUER: issuer, PAGE_OIDC_CLIENT_ID: clientId, PAGE_OIDC_RESOURCE: resource } = config;
  return {
    tokenNeededFor: scopeNames.filter(
      (scope) => config.AUTH_READS === 'closed' || !readScopes.includes(scope),
    ),
    issuer:
      clientId === '' || !issuer
        ? null
        : { issuer, clientId, scopes: config.PAGE_OIDC_SCOPES, ...(resource !== '' && { resource }) },
  };
};
