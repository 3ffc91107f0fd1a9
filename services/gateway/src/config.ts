import { authConfig, safeAuth } from '@skillstream/auth';
import { wholeNumber } from '@skillstream/contracts';
import { httpConfig } from '@skillstream/http';
import { baseConfig, completeAccess, LONGEST_MS, readConfig, redisConfig } from '@skillstream/runtime';
import { z } from 'zod';
import { isOrigin, proxiesOf, wordsOf } from './lists.ts';
import { completeSignIn, signInConfig } from './sign-in/sign-in-config.ts';

const perMinute = wholeNumber(0, 1_000_000_000).default(0);
// Requests are forwarded by Node's HTTP client: TLS between services is a mesh's, or a tunnel's.
const upstreamUrl = z.url({ protocol: /^http$/ });

const schema = z
  .object({
    ...baseConfig.shape,
    ...httpConfig.shape,
    ...authConfig.shape,
    ...redisConfig.shape,
    ...signInConfig.shape,
    PORT: baseConfig.shape.PORT.default(4100),
    MANAGEMENT_PORT: baseConfig.shape.MANAGEMENT_PORT.default(4110),
    // Callers of the gateway are anybody; those of the other services are the gateway.
    TRACE_TRUST_CALLERS: baseConfig.shape.TRACE_TRUST_CALLERS.unwrap().default(false),
    // Redis is optional: an installation from before the gateway used it configures none.
    REDIS_URL: redisConfig.shape.REDIS_URL.default('redis://127.0.0.1:6379'),
    INGESTION_URL: upstreamUrl.default('http://127.0.0.1:4101'),
    TAGGING_URL: upstreamUrl.default('http://127.0.0.1:4102'),
    ANALYTICS_URL: upstreamUrl.default('http://127.0.0.1:4103'),
    UPSTREAM_TIMEOUT_MS: wholeNumber(1, LONGEST_MS).default(30_000),
    MAX_BODY_BYTES: wholeNumber(1, 1_000_000_000).default(16_000_000),
    RATE_LIMIT_READS_PER_MINUTE: perMinute,
    RATE_LIMIT_WRITES_PER_MINUTE: perMinute,
    RATE_LIMIT_STREAMS_PER_MINUTE: perMinute,
    RATE_LIMIT_EXPENSIVE_PER_MINUTE: perMinute,
    LIVE_STREAMS_PER_CLIENT: wholeNumber(1, 5000).default(10),
    LIVE_STREAM_LIFE_MS: wholeNumber(1000, LONGEST_MS).default(1_800_000),
    TRUSTED_PROXIES: z
      .string()
      .default('')
      .transform(proxiesOf)
      .refine((proxies) => proxies !== null, 'a number of proxies, or their addresses like 10.0.0.0/8')
      .transform((proxies) => proxies ?? []),
    CORS_ORIGINS: z
      .string()
      .default('')
      .transform(wordsOf)
      .refine((origins) => origins.every(isOrigin), 'origins like https://app.example.org, or *'),
    HSTS_MAX_AGE_SECONDS: wholeNumber(0, 1_000_000_000).default(31_536_000),
  })
  .superRefine(completeAccess)
  .superRefine(safeAuth)
  .superRefine(completeSignIn);

export type Config = z.infer<typeof schema>;

/**
 * The configuration of the gateway, from the environment; ends the process when it is invalid. `PART_TIMEOUT_MS` was
 * the name of `UPSTREAM_TIMEOUT_MS`, and an installation may still set it.
 */
export const loadConfig = (env: NodeJS.ProcessEnv = process.env): Readonly<Config> =>
  readConfig(schema, { UPSTREAM_TIMEOUT_MS: env.PART_TIMEOUT_MS, ...env });

/** The URLs of the upstreams. */
export const urlsOf = (config: Config) => ({
  ingestion: config.INGESTION_URL,
  tagging: config.TAGGING_URL,
  analytics: config.ANALYTICS_URL,
});

/** The limits for clients. */
export const safetyOf = (config: Config) => ({
  corsOrigins: config.CORS_ORIGINS,
  hstsMaxAgeSeconds: config.HSTS_MAX_AGE_SECONDS,
  maxBodyBytes: config.MAX_BODY_BYTES,
  trustedProxies: config.TRUSTED_PROXIES,
  streams: { mostOfOne: config.LIVE_STREAMS_PER_CLIENT, lifeMs: config.LIVE_STREAM_LIFE_MS },
  perMinute: {
    reads: config.RATE_LIMIT_READS_PER_MINUTE,
    writes: config.RATE_LIMIT_WRITES_PER_MINUTE,
    streams: config.RATE_LIMIT_STREAMS_PER_MINUTE,
    expensive: config.RATE_LIMIT_EXPENSIVE_PER_MINUTE,
  },
});
