import { z } from 'zod';
import { countedSkill, viewsState } from './demand-api.ts';
import { cpuProfileQuery, processState } from './diagnostics-api.ts';
import { acceptedTrail, countedTrail } from './journey-api.ts';
import { analyticsRow, ingestionRow, laggingLine } from './ledger-api.ts';
import type { Operation } from './operation.ts';
import { replicaReport } from './pipeline-api.ts';
import { consumerStatus } from './readiness-api.ts';
import {
  comparisonRequest,
  versionsCompared,
  versionsPage,
  versionsQuery,
  versionsRequest,
} from './reconciliation-api.ts';

const internal = { method: 'GET', scope: 'ops:read', rateClass: null } as const;

/** Operations that the services call on each other; the gateway exposes none of them. */
export const internalOperations = {
  // Of one process: every service serves its own, to callers on its own machine or in its pod alone (ADR 0052).
  getProcessState: {
    ...internal,
    path: '/v1/diagnostics',
    owner: 'every',
    response: processState,
    summary: 'Returns the memory of the process, and what a heap snapshot of it would take',
  },
  takeCpuProfile: {
    ...internal,
    method: 'POST',
    scope: 'ops:write',
    path: '/v1/diagnostics/cpu',
    owner: 'every',
    query: cpuProfileQuery,
    summary: 'Samples the stack of the process for some seconds',
  },
  takeHeapSnapshot: {
    ...internal,
    method: 'POST',
    scope: 'ops:write',
    path: '/v1/diagnostics/heap',
    owner: 'every',
    summary: 'Writes down every object of the process, which stands still meanwhile',
  },
  // The gateway's, too, are for whoever watches the process, and not for its callers.
  getMetrics: {
    ...internal,
    scope: null,
    path: '/metrics',
    owner: 'every',
    ports: ['management'],
    summary: 'Metrics of the process in Prometheus format',
  },
  getIngestionRow: {
    ...internal,
    path: '/v1/ledger',
    owner: 'ingestion',
    response: ingestionRow,
    summary: 'Counts accepted postings by source',
  },
  getTaggingRow: {
    ...internal,
    path: '/v1/ledger',
    owner: 'tagging',
    response: laggingLine,
    summary: 'Returns the lag of tagging',
  },
  getAnalyticsRow: {
    ...internal,
    path: '/v1/ledger',
    owner: 'analytics',
    response: analyticsRow,
    summary: 'Counts counted and dead-lettered postings by source, and the lag',
  },
  getTaggingConsumers: {
    ...internal,
    path: '/v1/consumers',
    owner: 'tagging',
    response: z.array(consumerStatus),
    summary: 'Returns the position of tagging by partition',
  },
  getAnalyticsConsumers: {
    ...internal,
    path: '/v1/consumers',
    owner: 'analytics',
    response: z.array(consumerStatus),
    summary: 'Returns the position of each projection by partition',
  },
  getIngestionPipeline: {
    ...internal,
    path: '/v1/pipeline',
    owner: 'ingestion',
    response: replicaReport,
    summary: 'Shows this replica of ingestion, and what it narrated last',
  },
  getTaggingPipeline: {
    ...internal,
    path: '/v1/pipeline',
    owner: 'tagging',
    response: replicaReport,
    summary: 'Shows this replica of tagging, and what it narrated last',
  },
  getAnalyticsPipeline: {
    ...internal,
    path: '/v1/pipeline',
    owner: 'analytics',
    response: replicaReport,
    summary: 'Shows this replica of analytics, and what it narrated last',
  },
  getViewsState: {
    ...internal,
    path: '/v1/views',
    owner: 'analytics',
    scope: 'analytics:read',
    response: viewsState,
    summary: 'Returns the version of the views that serve queries',
  },
  isSkillCounted: {
    ...internal,
    path: '/v1/skills/:id/counted',
    owner: 'analytics',
    scope: 'analytics:read',
    response: countedSkill,
    summary: 'Returns whether any posting requires a skill',
  },
  getAcceptedTrail: {
    ...internal,
    path: '/v1/postings/:id/trail',
    owner: 'ingestion',
    response: acceptedTrail,
    summary: 'Tells when and where a posting was accepted and published',
  },
  getCountedTrail: {
    ...internal,
    path: '/v1/postings/:id/trail',
    owner: 'analytics',
    response: countedTrail,
    summary: 'Tells when and where a posting was tagged and counted, or why it died',
  },
  listVersions: {
    ...internal,
    path: '/v1/versions',
    owner: 'ingestion',
    query: versionsQuery,
    response: versionsPage,
    summary: 'Lists the versions of all postings, page by page',
  },
  findVersions: {
    ...internal,
    method: 'POST',
    path: '/v1/versions',
    owner: 'ingestion',
    body: versionsRequest,
    response: versionsPage,
    summary: 'Returns the versions of given postings',
  },
  compareVersions: {
    ...internal,
    method: 'POST',
    path: '/v1/versions/compare',
    owner: 'analytics',
    body: comparisonRequest,
    response: versionsCompared,
    summary: 'Compares a page of versions with the facts',
  },
} as const satisfies Record<string, Operation>;
