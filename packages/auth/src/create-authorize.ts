import { createPublicKey } from 'node:crypto';
import { DEMO_ISSUER } from '@skillstream/contracts';
import type { Log } from '@skillstream/runtime';
import type { RequestHandler } from 'express';
import type { AuthConfig } from './auth-config.ts';
import { authorize } from './authorize.ts';
import { demoPublicKey } from './demo-public-key.ts';
import { createIssuerKeys } from './issuer-keys.ts';
import { createVerifyToken, type TrustedIssuer } from './verify-token.ts';

const trustedBy = (config: AuthConfig, log: Log): TrustedIssuer[] => {
  const { AUTH_ISSUER: issuer, AUTH_TOKEN_TYPE: type } = config;
  const demo = demoPublicKey(config);
  const nowMs = () => Date.now();
  return [
    ...(issuer ? [{ issuer, keys: createIssuerKeys(issuer, log, { nowMs }), type }] : []),
    ...(demo ? [{ issuer: DEMO_ISSUER, keys: createPublicKey(demo) }] : []),
  ];
};

/**
 * Authorization by a service's configuration. Without an issuer no caller can be authenticated, and every change is
 * refused.
 */
export const createAuthorize = (config: AuthConfig, log: Log): RequestHandler => {
  const trusted = trustedBy(config, log);
  if (trusted.length === 0)
    log.warn('AUTH_ISSUER is not set: nobody can show a token, every change is refused');
  const verify = createVerifyToken(trusted, config.AUTH_AUDIENCE);
  return authorize({ verify, readsOpen: config.AUTH_READS === 'open' });
};
