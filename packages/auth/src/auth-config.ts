import { DEFAULT_AUDIENCE } from '@skillstream/contracts';
import { z } from 'zod';
import { demoKeyConfig } from './demo-public-key.ts';
import { tokenTypes } from './token-kind.ts';

/** Whose tokens are accepted; every service has these variables, since each verifies tokens itself. */
export const authConfig = z.object({
  ENVIRONMENT: z.enum(['development', 'production']).default('development'),
  AUTH_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  AUTH_AUDIENCE: z.string().min(1).max(1000).default(DEFAULT_AUDIENCE),
  AUTH_TOKEN_TYPE: z.enum(tokenTypes).default('at+jwt'),
  AUTH_READS: z.enum(['open', 'closed']).default('open'),
  ...demoKeyConfig.shape,
});
export type AuthConfig = Readonly<z.infer<typeof authConfig>>;

/** A refinement of a service's configuration: what production requires and forbids. */
export const safeAuth = (config: AuthConfig, context: z.core.$RefinementCtx): void => {
  const say = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  const { AUTH_DEMO_PUBLIC_KEY: key, AUTH_DEMO_PUBLIC_KEY_FILE: file } = config;
  if (key && file) say('AUTH_DEMO_PUBLIC_KEY', 'and AUTH_DEMO_PUBLIC_KEY_FILE exclude each other');
  if (config.ENVIRONMENT !== 'production') return;
  if (key) say('AUTH_DEMO_PUBLIC_KEY', 'is for demonstrations, not for production');
  if (file) say('AUTH_DEMO_PUBLIC_KEY_FILE', 'is for demonstrations, not for production');
  if (!config.AUTH_ISSUER) say('AUTH_ISSUER', 'is needed in production: whose tokens are to be taken');
  else if (!config.AUTH_ISSUER.startsWith('https:')) say('AUTH_ISSUER', 'has to be https in production');
};
