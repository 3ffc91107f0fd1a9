import { createPublicKey } from 'node:crypto';
import { DEFAULT_AUDIENCE } from '@skillstream/contracts';
import { z } from 'zod';

const isPublicKey = (pem: string): boolean => {
  try {
    // It takes a private key as well, and gives the public half: that one has no business in a service.
    return !pem.includes('PRIVATE KEY') && createPublicKey(pem).asymmetricKeyType === 'ec';
  } catch {
    return false;
  }
};

/** Whose tokens are taken; every service knows these variables, since each looks at tokens itself. */
export const authConfig = z.object({
  ENVIRONMENT: z.enum(['development', 'production']).default('development'),
  AUTH_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  AUTH_AUDIENCE: z.string().min(1).default(DEFAULT_AUDIENCE),
  AUTH_READS: z.enum(['open', 'closed']).default('open'),
  AUTH_DEMO_PUBLIC_KEY: z
    .string()
    .refine(isPublicKey, 'is no public key or certificate of an elliptic curve, as PEM')
    .optional(),
});
export type AuthConfig = Readonly<z.infer<typeof authConfig>>;

/** A refinement of a service's configuration: what a production must have, and must not. */
export const safeAuth = (config: AuthConfig, context: z.core.$RefinementCtx): void => {
  const say = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  if (config.ENVIRONMENT !== 'production') return;
  if (config.AUTH_DEMO_PUBLIC_KEY) say('AUTH_DEMO_PUBLIC_KEY', 'is for demonstrations, not for production');
  if (!config.AUTH_ISSUER) say('AUTH_ISSUER', 'is needed in production: whose tokens are to be taken');
  else if (!config.AUTH_ISSUER.startsWith('https:')) say('AUTH_ISSUER', 'has to be https in production');
};
