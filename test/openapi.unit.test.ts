import { expect, test } from '@jest/globals';
import { openOperations, operationScopes } from '@skillstream/contracts';
import { openApiDocument } from '@skillstream/contracts/openapi';
import { createMetrics, createReadiness, healthRoutes, silentLog } from '@skillstream/runtime';
import type { Router } from 'express';
import { comparisonRoutes } from '../services/analytics/src/http/comparisons.ts';
import { operationsRoutes as analyticsOperations } from '../services/analytics/src/http/operations.ts';
import { questionRoutes } from '../services/analytics/src/http/questions.ts';
import { reportRoutes } from '../services/analytics/src/http/reports.ts';
import { verifyRoutes } from '../services/analytics/src/http/verify.ts';
import { versionRoutes as comparedVersionRoutes } from '../services/analytics/src/http/versions.ts';
import { graphqlRoutes } from '../services/gateway/src/http/graphql.ts';
import { liveRoutes } from '../services/gateway/src/http/live.ts';
import { referenceRoutes } from '../services/gateway/src/http/reference.ts';
import { gatewayRoutes } from '../services/gateway/src/http/routes.ts';
import { routeTable, type Part } from '../services/gateway/src/parts/route-table.ts';
import { ledgerRoutes } from '../services/ingestion/src/http/ledger.ts';
import { postingRoutes } from '../services/ingestion/src/http/postings.ts';
import { republishRoutes } from '../services/ingestion/src/http/republish.ts';
import { retagRoutes } from '../services/ingestion/src/http/retag.ts';
import { versionRoutes } from '../services/ingestion/src/http/versions.ts';
import { operationsRoutes as taggingOperations } from '../services/tagging/src/http/operations.ts';
import { skillRoutes } from '../services/tagging/src/http/skills.ts';
import { tagsRoutes } from '../services/tagging/src/http/tags.ts';

// Routers are built around nothing: only what they serve is read.
const none = {} as never;
const parts: Record<Part, Router[]> = {
  ingestion: [postingRoutes(none), republishRoutes(none), retagRoutes(none, none, none)],
  tagging: [tagsRoutes(none), skillRoutes(none)],
  analytics: [
    questionRoutes(none),
    comparisonRoutes({ questions: none, compare: none, compareSkills: none }),
    reportRoutes(none),
    verifyRoutes(none),
  ],
};
// What only the gateway asks of them.
const behindTheGateway = [
  ledgerRoutes(none, none, none),
  taggingOperations(none),
  versionRoutes(none),
  comparedVersionRoutes(none),
  analyticsOperations({ ledgerLine: none, consumers: none, viewVersion: none, isCounted: none }),
];
const urls: Record<Part, string> = { ingestion: '', tagging: '', analytics: '' };
const gateway = [
  healthRoutes(createReadiness({}), createMetrics('test')),
  gatewayRoutes({
    ...{ log: silentLog(), urls, ask: none, status: none, ledger: none, answers: none },
    forward: () => () => undefined,
  }),
  liveRoutes(none),
  graphqlRoutes(none),
  referenceRoutes(),
];
// Pages for people, not answers for programs; and another protocol, whose document is
// services/gateway/generated/schema.graphql.
const elsewhere = ['GET /docs', 'GET /docs/:asset', 'GET /graphql', 'POST /graphql'];

const servedBy = (routers: Router[]): { path: string; methods: string[] }[] =>
  routers.flatMap(({ stack }) =>
    stack.flatMap(({ route }) => {
      if (!route) return [];
      const { methods } = route as unknown as { methods: Record<string, boolean> };
      return [{ path: route.path, methods: Object.keys(methods) }];
    }),
  );
const lines = (served: { path: string; methods: string[] }[]): string[] =>
  served.flatMap(({ path, methods }) => methods.map((method) => `${method.toUpperCase()} ${path}`));

test('the document has every path and method that the gateway and the parts behind it serve, and no other', () => {
  const own = lines(servedBy(gateway)).filter((line) => !elsewhere.includes(line));
  const forwarded = routeTable.flatMap(({ path, part }) =>
    lines(servedBy(parts[part]).filter((served) => served.path === path)),
  );
  const described = Object.entries(openApiDocument().paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  );
  expect(own).toEqual(expect.arrayContaining(forwarded));
  expect(described.sort()).toEqual(own.sort());
});

test('whatever anybody serves takes a scope, but what watches a process and the reference', () => {
  const all = [...Object.values(parts).flat(), ...behindTheGateway, ...gateway];
  const named = [...openOperations, ...Object.keys(operationScopes)];
  expect([...new Set(lines(servedBy(all)))].sort()).toEqual(named.sort());
});

test('the gateway brings callers to every path that a part serves for them', () => {
  const served = Object.entries(parts).flatMap(([part, routers]) =>
    servedBy(routers).map(({ path }) => `${part} ${path}`),
  );
  const brought = routeTable.map(({ path, part }) => `${part} ${path}`);
  expect(brought.sort()).toEqual([...new Set(served)].sort());
});
