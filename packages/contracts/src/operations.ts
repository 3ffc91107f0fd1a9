import { z } from 'zod';
import { boardOperations } from './board-operations.ts';
import { compareResult, compareQuery } from './compare-api.ts';
import { compareSkillsResult, compareSkillsQuery } from './compare-skills-api.ts';
import { demandResult, demandQuery, trendResult } from './demand-api.ts';
import { erasureOperations } from './erasure-operations.ts';
import { postingRecord } from './ingest-api.ts';
import { internalOperations } from './internal-operations.ts';
import { journey } from './journey-api.ts';
import { listOperations } from './list-operations.ts';
import type { Operation, Port, ServiceName } from './operation.ts';
import { pageOperations } from './page-operations.ts';
import { pairsResult, pairsQuery } from './pairs-api.ts';
import { platformOperations } from './platform-operations.ts';
import { previewQuery, previewResult } from './preview-api.ts';
import {
  reconciliationPage,
  reconciliationQuery,
  republishResult,
  republishRequest,
} from './reconciliation-api.ts';
import { liveness, readiness } from './readiness-api.ts';
import { reportResult, reportQuery } from './report-api.ts';
import { retagJob } from './retag-api.ts';
import { rolesResult, rolesQuery } from './roles-api.ts';
import { salariesResult, salariesQuery, salaryQuery, skillSalaryResult } from './salary-api.ts';
import { tableQuery } from './table-api.ts';
import { tagsResult, tagsQuery, tagsRequest } from './tags-api.ts';
import { verifyJob } from './verify-api.ts';

const read = { method: 'GET', scope: 'analytics:read', rateClass: 'reads' } as const;
const query = { ...read, owner: 'analytics', cachedQuery: true } as const;
const watch = { method: 'GET', owner: 'gateway', scope: 'ops:read', rateClass: 'reads' } as const;
const operate = { method: 'POST', scope: 'ops:write', rateClass: 'expensive' } as const;
const open = { method: 'GET', owner: 'gateway', scope: null, rateClass: 'reads' } as const;
// A balancer asks at the port to which it sends, and the gateway at that of the part that it asks; a kubelet at the
// other.
const probe = { ...open, owner: 'every', rateClass: null, ports: ['public', 'management'] } as const;

/** Public operations: every operation of the gateway, by its id. */
export const publicOperations = {
  sendPostings: {
    method: 'POST',
    path: '/v1/postings',
    owner: 'ingestion',
    scope: 'postings:write',
    // A stream of postings is in the class `streams`: one request, however long; back-pressure bounds the rest.
    rateClass: 'writes',
    query: tableQuery,
    summary: 'Accepts one posting, an array of postings, a stream, or a table',
  },
  previewFile: {
    method: 'POST',
    path: '/v1/preview',
    owner: 'ingestion',
    scope: 'postings:write',
    rateClass: 'expensive',
    query: previewQuery,
    response: previewResult,
    summary: 'Shows what a load would make of the beginning of a file',
  },
  getPosting: {
    ...read,
    path: '/v1/postings/:id',
    owner: 'ingestion',
    response: postingRecord,
    summary: 'Returns a posting at its latest version',
  },
  retractPosting: {
    method: 'DELETE',
    path: '/v1/postings/:id',
    owner: 'ingestion',
    scope: 'postings:retract',
    rateClass: 'writes',
    response: postingRecord,
    summary: 'Retracts a posting',
  },
  ...erasureOperations,
  getJourney: {
    ...watch,
    path: '/v1/postings/:id/journey',
    response: journey,
    summary: 'Shows how far a posting is, step by step',
  },
  getDemand: {
    ...query,
    path: '/v1/demand',
    query: demandQuery,
    response: demandResult,
    expensiveWithoutView: true,
    summary: 'Counts the skills that postings require, the most frequent first',
  },
  getTrend: {
    ...query,
    path: '/v1/skills/:id/trend',
    skills: ['id'],
    query: demandQuery,
    response: trendResult,
    expensiveWithoutView: true,
    summary: 'Returns the demand for one skill by month',
  },
  getPairs: {
    ...query,
    path: '/v1/skills/:id/pairs',
    skills: ['id'],
    query: pairsQuery,
    response: pairsResult,
    rateClass: 'expensive',
    summary: 'Returns the skills that occur together with one skill',
  },
  getSkillSalary: {
    ...query,
    path: '/v1/skills/:id/salary',
    skills: ['id'],
    rateClass: 'expensive',
    query: salaryQuery,
    response: skillSalaryResult,
    summary: 'Compares the pay of postings with and without a skill',
  },
  getSalaries: {
    ...query,
    path: '/v1/salaries',
    query: salariesQuery,
    response: salariesResult,
    rateClass: 'expensive',
    summary: 'Returns pay by role, country, seniority or workplace',
  },
  getRoles: {
    ...query,
    path: '/v1/roles',
    expensiveWithoutView: true,
    query: rolesQuery,
    response: rolesResult,
    summary: 'Counts the postings of each role',
  },
  compare: {
    ...query,
    path: '/v1/compare',
    query: compareQuery,
    response: compareResult,
    expensiveWithoutView: true,
    summary: 'Compares two roles, countries, workplaces, seniorities or periods, skill by skill',
  },
  compareSkills: {
    ...query,
    path: '/v1/compare/skills',
    skills: ['a', 'b'],
    rateClass: 'expensive',
    query: compareSkillsQuery,
    response: compareSkillsResult,
    summary: 'Compares the demand for two skills by month, and their pay',
  },
  ...listOperations,
  getReport: {
    ...query,
    path: '/v1/report/:id',
    rateClass: 'expensive',
    query: reportQuery,
    response: reportResult,
    summary: 'Evaluates each claim of a report against the loaded postings',
  },
  findTags: {
    method: 'POST',
    path: '/v1/tags',
    owner: 'tagging',
    scope: 'analytics:read',
    rateClass: 'expensive',
    query: tagsQuery,
    body: tagsRequest,
    response: tagsResult,
    summary: 'Finds the skills in a text',
  },
  beginRetag: {
    ...operate,
    path: '/v1/retag',
    owner: 'ingestion',
    response: retagJob,
    summary: 'Starts re-tagging all postings',
  },
  getRetag: {
    ...watch,
    path: '/v1/retag',
    owner: 'ingestion',
    response: retagJob,
    summary: 'Returns the progress of the latest re-tagging',
  },
  ...boardOperations,
  beginVerification: {
    ...operate,
    path: '/v1/verify',
    owner: 'analytics',
    response: verifyJob,
    summary: 'Starts a verification: recounts the log and compares every count',
  },
  getVerification: {
    ...watch,
    path: '/v1/verify/:id',
    owner: 'analytics',
    response: verifyJob,
    summary: 'Returns the progress and the differences of a verification',
  },
  reconcile: {
    ...watch,
    path: '/v1/reconciliation',
    rateClass: 'expensive',
    query: reconciliationQuery,
    response: reconciliationPage,
    summary: 'Compares accepted postings with counted ones, posting by posting',
  },
  republishPostings: {
    ...operate,
    path: '/v1/republish',
    owner: 'ingestion',
    body: republishRequest,
    response: republishResult,
    summary: 'Publishes postings again, each at its current version',
  },
  listen: {
    ...read,
    path: '/v1/live',
    owner: 'gateway',
    rateClass: 'streams',
    summary: 'Streams changes of the counts, once a second',
  },
  ...platformOperations,
  getHealth: { ...probe, path: '/healthz', response: liveness, summary: 'Liveness of the gateway' },
  getReadiness: {
    ...probe,
    path: '/readyz',
    response: readiness,
    summary: 'Readiness of the gateway',
  },
  getDescription: { ...open, path: '/openapi.json', summary: 'Returns this document' },
  ...pageOperations,
  queryGraphql: {
    ...read,
    path: '/graphql',
    owner: 'gateway',
    rateClass: 'expensive',
    query: z.looseObject({}),
    summary: 'Runs a GraphQL query from the query string; shows GraphiQL without one',
  },
  postGraphql: {
    method: 'POST',
    path: '/graphql',
    owner: 'gateway',
    scope: 'analytics:read',
    rateClass: 'expensive',
    summary: 'Runs a GraphQL query',
  },
} as const satisfies Record<string, Operation>;

/**
 * Every operation of the platform by its id. Routes, scopes, rate classes, the OpenAPI document and the fields of
 * GraphQL are derived from this table: a request for any other operation is refused, and a service that has no handler
 * for one of its own operations does not start.
 */
export const operations = { ...publicOperations, ...internalOperations };
export type Operations = typeof operations;
export type OperationId = keyof Operations;
export type PublicOperationId = keyof typeof publicOperations;

type PortsOf<O> = O extends { ports: readonly (infer P)[] } ? P : 'public';

/** The ids of the operations that a service owns and serves at a port. */
export type OperationsOf<S extends ServiceName | 'every', P extends Port = 'public'> = {
  [I in OperationId]: Operations[I]['owner'] extends S
    ? P extends PortsOf<Operations[I]>
      ? I
      : never
    : never;
}[OperationId];

/** An operation and its id, without the literal types of the table. */
export type NamedOperation = Operation & { id: OperationId };

export const operationList: readonly NamedOperation[] = Object.entries(operations).map(([id, operation]) => ({
  ...(operation as Operation),
  id: id as OperationId,
}));
