import { expect, test } from '@jest/globals';
import { operationList, pageOperations, publicOperations, type ServiceName } from '@skillstream/contracts';
import { openApiDocument } from '@skillstream/contracts/openapi';
import {
  diagnosticsHandlers,
  healthHandlers,
  managementRouter,
  metricsHandlers,
  operationRouter,
  type Handlers,
} from '@skillstream/http';
import { createMetrics, createReadiness } from '@skillstream/runtime';
import type { Router } from 'express';
import { postingHandlers as analysedPostings } from '../services/analytics/src/http/postings.ts';
import { internalHandlers as analyticsInternal } from '../services/analytics/src/http/internal.ts';
import { demandHandlers } from '../services/analytics/src/http/demand.ts';
import { reportHandlers } from '../services/analytics/src/http/reports.ts';
import { trailHandlers as countedTrailHandlers } from '../services/analytics/src/http/trail.ts';
import { verifyHandlers } from '../services/analytics/src/http/verify.ts';
import { comparisonHandlers } from '../services/analytics/src/http/comparison.ts';
import { createDashboard } from '../services/gateway/src/http/dashboard.ts';
import { graphqlHandlers } from '../services/gateway/src/http/graphql.ts';
import { journeyHandlers } from '../services/gateway/src/http/journey.ts';
import { liveHandlers } from '../services/gateway/src/http/live.ts';
import { overviewHandlers } from '../services/gateway/src/http/overview.ts';
import { pipelineHandlers as gatewayPipeline } from '../services/gateway/src/http/pipeline.ts';
import { reconciliationHandlers } from '../services/gateway/src/http/reconciliation.ts';
import { referenceHandlers } from '../services/gateway/src/http/reference.ts';
import { forwardingRoutes } from '../services/gateway/src/http/routes.ts';
import { runbookHandlers } from '../services/gateway/src/http/runbooks.ts';
import { signInHandlers } from '../services/gateway/src/http/sign-in.ts';
import { upstreams } from '../services/gateway/src/upstreams/upstreams.ts';
import { boardHandlers } from '../services/ingestion/src/http/boards.ts';
import { ledgerHandlers } from '../services/ingestion/src/http/ledger.ts';
import { postingHandlers } from '../services/ingestion/src/http/postings.ts';
import { postingListHandlers } from '../services/ingestion/src/http/posting-list.ts';
import { previewHandlers } from '../services/ingestion/src/http/preview.ts';
import { republishHandlers } from '../services/ingestion/src/http/republish.ts';
import { pipelineHandlers as ingestionPipeline } from '../services/ingestion/src/http/pipeline.ts';
import { erasureHandlers } from '../services/ingestion/src/http/erasure.ts';
import { retagHandlers } from '../services/ingestion/src/http/retag.ts';
import { trailHandlers as acceptedTrailHandlers } from '../services/ingestion/src/http/trail.ts';
import { postingVersionHandlers } from '../services/ingestion/src/http/posting-versions.ts';
import { internalHandlers as taggingInternal } from '../services/tagging/src/http/internal.ts';
import { skillHandlers } from '../services/tagging/src/http/skills.ts';
import { tagsHandlers } from '../services/tagging/src/http/tags.ts';

// Handlers are built around nothing: only what is served is read.
const none = {} as never;
const health = healthHandlers(createReadiness({}));
const ofProcess = operationRouter('every', { ...health, ...diagnosticsHandlers(none) });
const management = managementRouter({ ...health, ...metricsHandlers(createMetrics('test')) });
const handlers: { [S in ServiceName]: Handlers<S> } = {
  gateway: {
    ...liveHandlers(none),
    ...graphqlHandlers(none),
    ...overviewHandlers(none),
    ...gatewayPipeline(none),
    ...journeyHandlers(none, none),
    ...reconciliationHandlers(none, none),
    ...referenceHandlers(),
    ...runbookHandlers(none),
    ...signInHandlers(none),
    ...createDashboard({ tokenNeededFor: [], issuer: null }).handlers,
  },
  ingestion: {
    ...postingHandlers(none),
    ...postingListHandlers(none),
    ...previewHandlers(none),
    ...ledgerHandlers(none, none, none),
    ...retagHandlers(none, none, none),
    ...boardHandlers({ boards: none, now: none, log: none }),
    ...erasureHandlers(none, none, none, none),
    ...postingVersionHandlers(none, none, none),
    ...ingestionPipeline(none),
    ...republishHandlers(none),
    ...acceptedTrailHandlers(none),
  },
  tagging: { ...taggingInternal(none, none), ...tagsHandlers(none, none), ...skillHandlers(none, none) },
  analytics: {
    ...demandHandlers(none),
    ...analysedPostings(none),
    ...reportHandlers(none),
    ...verifyHandlers(none),
    ...comparisonHandlers(none, none),
    ...analyticsInternal(none),
    ...countedTrailHandlers(none),
  },
};
const routerOf = <S extends ServiceName>(service: S): Router => operationRouter(service, handlers[service]);
const forwarding = forwardingRoutes({ results: none, asCsv: none, forward: () => () => undefined });
// Pages for people, not answers for programs; and another protocol, whose document is
// services/gateway/generated/schema.graphql.
const pages = Object.values(pageOperations).map(({ method, path }) => `${method} ${path}`);
const elsewhere = ['GET /graphql', 'POST /graphql', ...pages];
// For callers on the machine of a process, who are no clients of the gateway.
const near = ['GET /v1/diagnostics', 'POST /v1/diagnostics/cpu', 'POST /v1/diagnostics/heap'];

const servedBy = (...routers: Router[]): string[] =>
  routers.flatMap(({ stack }) =>
    stack.flatMap(({ route }) => {
      if (!route) return [];
      const { methods } = route as unknown as { methods: Record<string, boolean> };
      return Object.keys(methods).map((method) => `${method.toUpperCase()} ${route.path}`);
    }),
  );
const lineOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;
const publicOnes = operationList.filter(({ id }) => id in publicOperations);

test('the document has every path and method that the gateway and the parts behind it serve, and no other', () => {
  const own = servedBy(ofProcess, routerOf('gateway'), forwarding).filter(
    (line) => ![...elsewhere, ...near].includes(line),
  );
  const described = Object.entries(openApiDocument().paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  );
  expect(described.sort()).toEqual(own.sort());
});

test('whatever anybody serves takes a scope, but what watches a process, the pages for people and how they sign in', () => {
  const all = servedBy(
    ofProcess,
    management,
    ...(['gateway', ...upstreams] as const).map(routerOf),
    forwarding,
  );
  expect([...new Set(all)].sort()).toEqual([...new Set(operationList.map(lineOf))].sort());
  const open = operationList.filter(({ scope }) => scope === null).map(lineOf);
  expect(open).toEqual([
    ...['GET /v1/sign-in', 'GET /healthz', 'GET /readyz'],
    ...['GET /openapi.json', 'GET /docs', 'GET /docs/:asset'],
    ...['GET /', 'GET /skills/:id', 'GET /compare', 'GET /reports', 'GET /reports/:id'],
    ...[
      'GET /pipeline',
      'GET /try',
      'GET /load',
      'GET /sources',
      'GET /signed-in',
      'GET /runbooks',
      'GET /runbooks/:id',
      'GET /assets/:asset',
    ],
    'GET /metrics',
  ]);
});

test('the gateway brings callers to every path that a part serves for them', () => {
  const ofParts = publicOnes.filter(({ owner }) => owner !== 'gateway' && owner !== 'every').map(lineOf);
  expect(servedBy(forwarding).sort()).toEqual(ofParts.sort());
});
