import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { until } from '@skillstream/async/testing';
import { sharedEngines } from '@skillstream/engines/testing';
import { listen, serverLimits, type ServerLimits } from '@skillstream/http';
import { everybodyMay } from '@skillstream/http/testing';
import type { SignIn } from '@skillstream/contracts';
import { connectRedis, expositionFor, silentLog } from '@skillstream/runtime';
import { createIdleTracer, idleTelemetry } from '@skillstream/telemetry';
import type { RequestHandler } from 'express';
import { createApp } from '../src/app.ts';
import type { SafetySettings } from '../src/app-deps.ts';
import type { Upstream } from '../src/upstreams/upstreams.ts';

export type GatewayOptions = {
  log?: ReturnType<typeof silentLog>;
  timeoutMs?: number;
  /** As by `TRACE_TRUST_CALLERS`. */
  trustsCallers?: boolean;
  redisUrl?: string;
  /** Gateways of one namespace share their data in Redis. */
  namespace?: string;
  safety?: Partial<SafetySettings>;
  limits?: Partial<ServerLimits>;
  /** Allows everybody, unless a test is about authorization. */
  authorize?: RequestHandler;
  /** How the page signs in; by default it does not. */
  signIn?: SignIn;
};

const safetyByDefault: SafetySettings = {
  corsOrigins: [],
  hstsMaxAgeSeconds: 60,
  maxBodyBytes: 16_000_000,
  trustedProxies: [],
  streams: { mostOfOne: 10, lifeMs: 1_800_000 },
  perMinute: { reads: 0, writes: 0, streams: 0, expensive: 0 },
};

/** An address where nothing listens: no program uses that port by chance. */
export const nobody = '127.0.0.1:2';

export const newNamespace = (): string => `gw-${randomUUID().slice(0, 8)}:`;

/**
 * Starts small real servers as upstreams and a gateway in front of them; an upstream without a listener is
 * unavailable.
 */
export const startGateway = async (
  listeners: Partial<Record<Upstream, RequestListener>>,
  {
    log = silentLog(),
    timeoutMs = 5000,
    trustsCallers = false,
    redisUrl,
    namespace = newNamespace(),
    safety: chosen,
    limits,
    authorize = everybodyMay,
    signIn = { tokenNeededFor: [], issuer: null },
  }: GatewayOptions = {},
) => {
  const away = `http://${nobody}`;
  const urls: Record<Upstream, string> = { ingestion: away, tagging: away, analytics: away };
  const servers = await Promise.all(
    Object.entries(listeners).map(async ([upstream, listener]) => {
      const server = createServer(listener);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      urls[upstream as Upstream] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      return server;
    }),
  );
  const address = redisUrl ?? (await sharedEngines()).redisUrl;
  const connect = () => connectRedis(address, silentLog());
  const connections = [connect(), connect(), connect()] as const;
  const [redis, liveRedis, pipelineRedis] = connections;
  if (!redisUrl) await until('redis answers', () => connections.every(({ status }) => status === 'ready'));
  const safety = { ...safetyByDefault, ...chosen };
  const app = createApp({
    ...{ log, urls, redis, liveRedis, pipelineRedis, timeoutMs, namespace, safety, authorize },
    signIn,
    telemetry: idleTelemetry(createIdleTracer({ trustsCallers })),
  });
  app.start();
  if (!redisUrl)
    await until('changes are told from now on', () => app.liveHasBegun() && app.pipelineHasBegun());
  const gateway = await listen(app.shell, 0, '127.0.0.1', { ...serverLimits, ...limits });
  return {
    url: `http://127.0.0.1:${gateway.port}`,
    port: gateway.port,
    /** What the management port tells Prometheus. */
    metrics: () => app.metrics.text(expositionFor(undefined)),
    redis,
    namespace,
    endStreams: app.endStreams,
    stop: async () => {
      app.endStreams();
      for (const { stop } of app.stops) await stop();
      for (const one of connections) one.disconnect();
      for (const server of [gateway.server, ...servers]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
};

/** A JSON response. */
export const respond =
  (body: unknown, status = 200, headers: Record<string, string> = {}): RequestListener =>
  (req, res) => {
    req.resume();
    res.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };
