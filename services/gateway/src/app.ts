import { Agent } from 'node:http';
import { countedSkill, LIVE_KEPT, viewsState } from '@skillstream/contracts';
import {
  createHeldBodies,
  createMetrics,
  createReadiness,
  createShell,
  createTurns,
  operationRouter,
  SkillstreamError,
  type Log,
  type Redis,
} from '@skillstream/runtime';
import type { RequestHandler } from 'express';
import { createCsvAnswers } from './csv/csv-results.ts';
import { askingClient, rememberClient } from './http/asking-client.ts';
import { createForward } from './http/forward.ts';
import { graphqlHandlers } from './http/graphql.ts';
import { liveHandlers } from './http/live.ts';
import { partErrors } from './http/upstream-errors.ts';
import { overviewHandlers } from './http/overview.ts';
import { reconciliationHandlers } from './http/reconciliation.ts';
import { referenceHandlers } from './http/reference.ts';
import { forwardingRoutes } from './http/routes.ts';
import { createReadSmall } from './http/small-body.ts';
import { safety, type Safety } from './http/safety.ts';
import { readLedger } from './ledger/read-ledger.ts';
import { createAudience } from './live/subscribers.ts';
import { createHub } from './live/hub.ts';
import { createAskPart } from './upstreams/ask-upstream.ts';
import { createFetchPart } from './upstreams/fetch-upstream.ts';
import { createGuard, taggingLimits, type Guards } from './upstreams/circuit-breaker.ts';
import { createLastKnown } from './upstreams/last-known.ts';
import { serverError } from './upstreams/server-error.ts';
import { readStatus } from './upstreams/read-status.ts';
import type { PartUrls } from './upstreams/upstreams.ts';
import { createSharedLook } from './upstreams/shared-look.ts';
import { createAnswerMemory } from './queries/result-memory.ts';
import { createAnswers } from './queries/cached-results.ts';
import { createViewVersion } from './queries/view-version.ts';
import { withKnownSkills } from './skills/known-skills.ts';
import { createTaxonomy } from './skills/taxonomy.ts';
import { createLiveReader } from './store/live-reader.ts';
import { createSharedAnswers } from './store/shared-results.ts';
import { createSharedLimits, type PerMinute } from './store/shared-limits.ts';

export type AppDeps = {
  log: Log;
  urls: PartUrls;
  redis: Redis;
  /** A connection of its own: the live feed waits in it. */
  liveRedis: Redis;
  /** How long a part may stay silent before its answer begins. */
  timeoutMs: number;
  /** Keeps tests apart in Redis; empty in production. */
  namespace: string;
  safety: SafetySettings;
  authorize: RequestHandler;
};

export type SafetySettings = Omit<Safety, 'limits'> & {
  perMinute: PerMinute;
  /** Whose X-Forwarded-* headers count: how many proxies, or their networks. */
  trustedProxies: number | string[];
  /** Streams of the live feed that one client may have, and how long one lasts. */
  streams: { mostOfOne: number; lifeMs: number };
};

const QUESTION_TIMEOUT_MS = 5000;
// Analytics reads its views at most once a second as well: no answer is more than two seconds old.
const VERSION_MAX_AGE_MS = 1000;
// A look at the ledger costs its parts more than one at how they are, which people follow by the eye.
const LEDGER_EVERY_MS = 1000;
const STATUS_EVERY_MS = 200;
const MEMORY_BYTES = 16 * 1024 * 1024;
const CSV_BYTES = 8 * 1024 * 1024;
const audienceLimits = {
  ...{ mostClients: 5000, mostWaitingBytes: 64 * 1024 },
  ...{ heartbeatMs: 15_000, lingerMs: 5000 },
};

/** Builds the gateway; nothing listens yet. */
export const createApp = ({
  log,
  urls,
  redis,
  liveRedis,
  timeoutMs,
  namespace,
  safety: settings,
  authorize,
}: AppDeps) => {
  const agent = new Agent({ keepAlive: true });
  // Ready means alive: a gateway that waits for every part would take all of them away when one is.
  const readiness = createReadiness({});
  const guards: Guards = {
    ingestion: createGuard('ingestion'),
    tagging: createGuard('tagging', taggingLimits),
    analytics: createGuard('analytics'),
  };
  const fetchPart = createFetchPart(urls, guards, Math.min(timeoutMs, QUESTION_TIMEOUT_MS), askingClient);
  const ask = createAskPart(fetchPart);
  const now = () => Date.now();
  const lastKnown = createLastKnown(now);
  const ledger = createSharedLook(ask, (asked) => readLedger(asked, lastKnown), { everyMs: LEDGER_EVERY_MS });
  const status = createSharedLook(ask, (asked) => readStatus(asked, lastKnown), { everyMs: STATUS_EVERY_MS });
  const answered = createAnswers({
    viewVersion: createViewVersion({
      read: async (headers) => (await ask('analytics', '/v1/views', viewsState, { headers })).version,
      maxAgeMs: VERSION_MAX_AGE_MS,
      now,
    }),
    memory: createAnswerMemory(MEMORY_BYTES),
    shared: createSharedAnswers(redis, namespace),
    ask: async (question, headers) => {
      const { status, contentType, etag, body } = await fetchPart('analytics', question, headers);
      if (status >= 500) throw serverError('analytics', status, body);
      return { status, contentType: contentType ?? 'application/json', tag: etag, body };
    },
    isAway: (error) => error instanceof SkillstreamError && error.context.part === 'analytics',
    now,
  });
  const answers = withKnownSkills(answered, {
    taxonomy: createTaxonomy({ ask, now }),
    isCounted: async (skillId, headers) => {
      const path = `/v1/skills/${encodeURIComponent(skillId)}/counted`;
      return (await ask('analytics', path, countedSkill, { headers })).counted;
    },
  });
  const held = createHeldBodies();
  const turns = createTurns();
  const asCsv = createCsvAnswers(createAnswerMemory(CSV_BYTES), turns);
  const forward = createForward({ log, agent, guards, timeoutMs, readSmall: createReadSmall(held) });
  const hub = createHub(LIVE_KEPT);
  const reader = createLiveReader(liveRedis, hub, LIVE_KEPT, namespace, log);
  const metrics = createMetrics('gateway');
  const clients = metrics.gauge('live_clients', 'Clients that listen to the live feed');
  const audience = createAudience({
    ...{ hub, ...audienceLimits, ...settings.streams },
    onClients: (count) => clients.set(count),
  });
  const routes = [
    operationRouter('gateway', {
      ...liveHandlers({ hub, audience }),
      ...graphqlHandlers({
        log,
        held,
        turns,
        audience,
        ask,
        status,
        ledger,
        answers,
        answersOfNamed: answered,
      }),
      ...overviewHandlers({ status, ledger }),
      ...reconciliationHandlers(ask),
      ...referenceHandlers(),
    }).use(partErrors(log)),
    forwardingRoutes({ log, urls, answers, asCsv, forward }),
  ];
  const limits = createSharedLimits(redis, settings.perMinute, namespace);
  const before = [rememberClient, ...safety({ ...settings, limits })];
  const { trustedProxies: trustProxy } = settings;
  const shell = createShell({ log, metrics, readiness, authorize, routes, before, trustProxy });
  const stops = [
    { name: 'live reader', stop: reader.stop },
    { name: 'connections', stop: async () => agent.destroy() },
  ];
  const { start, hasBegun: liveHasBegun } = reader;
  return { shell, readiness, start, liveHasBegun, endStreams: audience.end, stops };
};
