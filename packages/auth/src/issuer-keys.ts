import { appError, messageOf, loggedError } from '@skillstream/errors';
import type { Log } from '@skillstream/runtime';
import { createLocalJWKSet, createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

const TIMEOUT_MS = 3000;
// After this the keys are fetched again in the background, so that revoked ones are dropped.
const REFRESH_MS = 10 * 60_000;
// How often tokens with unknown key ids may cause a fetch: made-up ids cost the issuer no more than that.
const COOLDOWN_MS = 30_000;

// OpenID Connect Discovery 1.0, 3: the two fields that are used here.
const discovered = z.object({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https?$/ }) });

const away = (issuer: string, cause: unknown) =>
  appError('unavailable', `${issuer} does not tell its keys: ${messageOf(cause)}`, { cause });

const discover = async (issuer: string): Promise<URL> => {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  const found = discovered.parse(await response.json());
  // Section 4.3: another name means that the response is another issuer's.
  if (found.issuer !== issuer) throw new Error(`${address} is of the issuer ${found.issuer}`);
  if (issuer.startsWith('https:') && !found.jwks_uri.startsWith('https:'))
    throw new Error(`${found.jwks_uri} is not https`);
  return new URL(found.jwks_uri);
};

type Times = { nowMs: () => number; cooldownMs?: number; refreshMs?: number };

/**
 * The public keys of an issuer: found by discovery on first use, fetched again when a token names an unknown one
 * (rotation), and periodically. While the issuer is unavailable, its last keys stay valid.
 * @param issuer the `iss` of its tokens
 * @returns a key resolver for jose's jwtVerify; it throws SkillstreamError `unavailable` if keys cannot be fetched
 */
export const createIssuerKeys = (
  issuer: string,
  log: Log,
  { nowMs, cooldownMs = COOLDOWN_MS, refreshMs = REFRESH_MS }: Times,
): JWTVerifyGetKey => {
  let finding: Promise<ReturnType<typeof createRemoteJWKSet>> | null = null;
  let refreshedMs = nowMs();
  const find = () =>
    (finding ??= discover(issuer).then(
      (url) =>
        createRemoteJWKSet(url, {
          cooldownDuration: cooldownMs,
          cacheMaxAge: Infinity,
          timeoutDuration: TIMEOUT_MS,
        }),
      (error: unknown) => {
        finding = null;
        throw away(issuer, error);
      },
    ));
  const refresh = (keys: ReturnType<typeof createRemoteJWKSet>) => {
    if (nowMs() - refreshedMs < refreshMs) return;
    refreshedMs = nowMs();
    void keys
      .reload()
      .catch((error: unknown) => log.warn({ issuer, error: loggedError(error) }, 'keys not refreshed'));
  };
  return async (header, token) => {
    const keys = await find();
    if (keys.jwks()) refresh(keys);
    try {
      return await keys(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys)
        throw error;
      const last = keys.jwks();
      if (!last) throw away(issuer, error);
      // The key may be a new one, and the issuer did not respond.
      return await createLocalJWKSet(last)(header, token).catch(() => Promise.reject(away(issuer, error)));
    }
  };
};
