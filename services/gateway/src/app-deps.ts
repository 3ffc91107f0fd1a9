import type { SignIn } from '@skillstream/contracts';
import type { Log, Redis } from '@skillstream/runtime';
import type { Telemetry } from '@skillstream/telemetry';
import type { RequestHandler } from 'express';
import type { Safety } from './http/safety.ts';
import type { PerMinute } from './store/shared-limits.ts';
import type { UpstreamUrls } from './upstreams/upstreams.ts';

/** What the gateway is built from: its connections, which the caller closes, and its settings. */
export type AppDeps = {
  log: Log;
  telemetry?: Telemetry;
  urls: UpstreamUrls;
  redis: Redis;
  /** A connection of its own: the live feed blocks on it. */
  liveRedis: Redis;
  /** A connection of its own: the pipeline's channel is listened to on it. */
  pipelineRedis: Redis;
  /** The name of this start of this replica. */
  replica?: string;
  /** How long an upstream may stay silent before its response begins, in milliseconds. */
  timeoutMs: number;
  /** What keys and channels begin with in Redis. */
  namespace: string;
  safety: SafetySettings;
  authorize: RequestHandler;
  /** What the page may know about signing in. */
  signIn: SignIn;
};

export type SafetySettings = Omit<Safety, 'limits'> & {
  perMinute: PerMinute;
  /** Whose X-Forwarded-* headers are trusted: how many proxies, or their networks. */
  trustedProxies: number | string[];
  /** Live streams per client, and how long one lasts. */
  streams: { mostOfOne: number; lifeMs: number };
};
