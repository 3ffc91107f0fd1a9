import { z } from 'zod';
import { compareResult, compareQuery } from './compare-api.ts';
import { compareSkillsResult, compareSkillsQuery } from './compare-skills-api.ts';
import { demandResult, demandQuery, trendResult } from './demand-api.ts';
import { postingRecord } from './ingest-api.ts';
import { internalOperations } from './internal-operations.ts';
import { journey } from './journey-api.ts';
import { ledger } from './ledger-api.ts';
import type { Operation, ServiceName } from './operation.ts';
import { pairsResult, pairsQuery } from './pairs-api.ts';
import {
  reconciliationPage,
  reconciliationQuery,
  republishResult,
  republishRequest,
} from './reconciliation-api.ts';
import { liveness, readiness } from './readiness-api.ts';
import { reportResult, reportList, reportQuery } from './report-api.ts';
import { retagJob } from './retag-api.ts';
import { rolesResult, rolesQuery } from './roles-api.ts';
import { salariesResult, salariesQuery, salaryQuery, skillSalaryResult } from './salary-api.ts';
import { skillResult, skillsResult, skillsQuery } from './skills-api.ts';
import { platformStatus } from './status-api.ts';
import { tagsResult, tagsQuery, tagsRequest } from './tags-api.ts';
import { verifyJob } from './verify-api.ts';

const read = { method: 'GET', scope: 'analytics:read', rateClass: 'reads' } as const;
const query = { ...read, owner: 'analytics', cachedQuery: true } as const;
const watch = { method: 'GET', owner: 'gateway', scope: 'ops:read', rateClass: 'reads' } as const;
const operate = { method: 'POST', scope: 'ops:write', rateClass: 'expensive' } as const;
const open = { method: 'GET', owner: 'gateway', scope: null, rateClass: 'reads' } as const;
const probe = { ...open, owner: 'every', rateClass: null } as const;

/** Public operations: every operation of the gateway, by its id. */
export const publicOperations = {
  sendPostings: {
    method: 'POST',
    path: '/v1/postings',
    owner: 'ingestion',
    scope: 'postings:write',
    // A stream of postings is in the class `streams`: one request, however long; back-pressure bounds the rest.
    rateClass: 'writes',
    summary: 'Sends one posting, an array of them, or a stream',
  },
  getPosting: {
    ...read,
    path: '/v1/postings/:id',
    owner: 'ingestion',
    response: postingRecord,
    summary: 'Gives a posting at its latest version',
  },
  retractPosting: {
    method: 'DELETE',
    path: '/v1/postings/:id',
    owner: 'ingestion',
    scope: 'postings:retract',
    rateClass: 'writes',
    response: postingRecord,
    summary: 'Takes a posting back',
  },
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
    summary: 'Tells which skills are asked for, the most wanted first',
  },
  getTrend: {
    ...query,
    path: '/v1/skills/:id/trend',
    skills: ['id'],
    query: demandQuery,
    response: trendResult,
    expensiveWithoutView: true,
    summary: 'Tells how often one skill is asked for, month by month',
  },
  getPairs: {
    ...query,
    path: '/v1/skills/:id/pairs',
    skills: ['id'],
    query: pairsQuery,
    response: pairsResult,
    rateClass: 'expensive',
    summary: 'Tells which skills stand beside one in the same postings',
  },
  getSkillSalary: {
    ...query,
    path: '/v1/skills/:id/salary',
    skills: ['id'],
    rateClass: 'expensive',
    query: salaryQuery,
    response: skillSalaryResult,
    summary: 'Tells what the postings pay that ask for a skill, and those that do not',
  },
  getSalaries: {
    ...query,
    path: '/v1/salaries',
    query: salariesQuery,
    response: salariesResult,
    rateClass: 'expensive',
    summary: 'Tells what roles, countries, levels or places pay',
  },
  getRoles: {
    ...query,
    path: '/v1/roles',
    expensiveWithoutView: true,
    query: rolesQuery,
    response: rolesResult,
    summary: 'Tells which roles the postings have',
  },
  compare: {
    ...query,
    path: '/v1/compare',
    query: compareQuery,
    response: compareResult,
    expensiveWithoutView: true,
    summary: 'Puts two roles, countries, workplaces, levels or periods side by side, skill by skill',
  },
  compareSkills: {
    ...query,
    path: '/v1/compare/skills',
    skills: ['a', 'b'],
    rateClass: 'expensive',
    query: compareSkillsQuery,
    response: compareSkillsResult,
    summary: 'Puts two skills side by side: how often they are asked for, month by month, and what they pay',
  },
  listSkills: {
    ...read,
    path: '/v1/skills',
    owner: 'tagging',
    query: skillsQuery,
    response: skillsResult,
    summary: 'Lists the skills that postings are looked through for',
  },
  getSkill: {
    ...read,
    path: '/v1/skills/:id',
    owner: 'tagging',
    response: skillResult,
    summary: 'Tells what a skill’s id stands for',
  },
  listReports: {
    ...query,
    path: '/v1/reports',
    response: reportList,
    summary: 'Lists the reports that there are',
  },
  getReport: {
    ...query,
    path: '/v1/report/:id',
    rateClass: 'expensive',
    query: reportQuery,
    response: reportResult,
    summary: 'Measures each claim of a report on the postings that are loaded',
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
    summary: 'Has every posting tagged again',
  },
  getRetag: {
    ...watch,
    path: '/v1/retag',
    owner: 'ingestion',
    response: retagJob,
    summary: 'Tells how far the last re-tagging is',
  },
  beginVerification: {
    ...operate,
    path: '/v1/verify',
    owner: 'analytics',
    response: verifyJob,
    summary: 'Recounts the log and compares every number with it',
  },
  getVerification: {
    ...watch,
    path: '/v1/verify/:id',
    owner: 'analytics',
    response: verifyJob,
    summary: 'Tells how far a verification is, and every difference',
  },
  reconcile: {
    ...watch,
    path: '/v1/reconciliation',
    rateClass: 'expensive',
    query: reconciliationQuery,
    response: reconciliationPage,
    summary: 'Compares what was accepted with what is counted, posting by posting',
  },
  republishPostings: {
    ...operate,
    path: '/v1/republish',
    owner: 'ingestion',
    body: republishRequest,
    response: republishResult,
    summary: 'Has some postings published again, each at the version that it has',
  },
  listen: {
    ...read,
    path: '/v1/live',
    owner: 'gateway',
    rateClass: 'streams',
    summary: 'Tells what is counted, once a second, for as long as you listen',
  },
  getLedger: {
    ...watch,
    path: '/v1/ledger',
    response: ledger,
    summary: 'Accounts for every posting',
  },
  getStatus: {
    ...watch,
    path: '/v1/status',
    response: platformStatus,
    summary: 'Shows how every part is',
  },
  getHealth: { ...probe, path: '/healthz', response: liveness, summary: 'Says that the gateway lives' },
  getReadiness: {
    ...probe,
    path: '/readyz',
    response: readiness,
    summary: 'Says whether the gateway takes requests',
  },
  getMetrics: { ...probe, path: '/metrics', summary: 'Gives the gateway’s figures to Prometheus' },
  getDescription: { ...open, path: '/openapi.json', summary: 'Gives this document' },
  getReference: { ...open, path: '/docs', summary: 'Shows this document to people' },
  getReferenceAsset: { ...open, path: '/docs/:asset', summary: 'Gives a file of the page that shows it' },
  queryGraphql: {
    ...read,
    path: '/graphql',
    owner: 'gateway',
    rateClass: 'expensive',
    query: z.looseObject({}),
    summary: 'Asks several questions at once, in the query; a page for people without one',
  },
  postGraphql: {
    method: 'POST',
    path: '/graphql',
    owner: 'gateway',
    scope: 'analytics:read',
    rateClass: 'expensive',
    summary: 'Asks several questions at once',
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

/** The ids of the operations that a service owns. */
export type OperationsOf<S extends ServiceName | 'every'> = {
  [I in OperationId]: Operations[I]['owner'] extends S ? I : never;
}[OperationId];

/** An operation and its id, without the literal types of the table. */
export type NamedOperation = Operation & { id: OperationId };

export const operationList: readonly NamedOperation[] = Object.entries(operations).map(([id, operation]) => ({
  ...(operation as Operation),
  id: id as OperationId,
}));
