import type { z } from 'zod';
import { boardsResult, boardState, runBoardQuery } from './boards-api.ts';
import { compareResult, compareQuery } from './compare-api.ts';
import { compareSkillsResult, compareSkillsQuery } from './compare-skills-api.ts';
import { demandResult, demandQuery, trendResult, viewsState } from './demand-api.ts';
import { cpuProfileQuery, processState } from './diagnostics-api.ts';
import {
  erasure,
  erasureIdQuery,
  erasurePreview,
  erasurePreviewRequest,
  erasureQuery,
  erasureRequest,
} from './erasure-api.ts';
import { postingRetracted, receivedTopicEvent, taggedPosting, taggedTopicEvent } from './events.ts';
import { deadLetterHeaderValues, eventHeaderValues } from './header-schemas.ts';
import { ingestResult, postingRecord } from './ingest-api.ts';
import { acceptedTrail, countedTrail, journey } from './journey-api.ts';
import { analyticsRow, ingestionRow, laggingLine, ledger } from './ledger-api.ts';
import { liveChange } from './live-api.ts';
import { pairsResult, pairsQuery } from './pairs-api.ts';
import { pipelineState, replicaReport } from './pipeline-api.ts';
import { pipelineEvent, sighting, unknownPipelineEvent } from './pipeline-events.ts';
import { replicaSnapshot } from './pipeline-snapshot.ts';
import { canonicalPosting, postingInput } from './posting.ts';
import { problem } from './problem.ts';
import { consumerStatus, liveness, readiness } from './readiness-api.ts';
import {
  comparisonRequest,
  reconciliationPage,
  republishResult,
  republishRequest,
  versionsCompared,
  versionsPage,
  reconciliationQuery,
  versionsQuery,
  versionsRequest,
} from './reconciliation-api.ts';
import { reportResult, reportList } from './report-api.ts';
import { retagJob } from './retag-api.ts';
import { rolesResult, rolesQuery } from './roles-api.ts';
import { salariesResult, salariesQuery, salaryQuery, skillSalaryResult } from './salary-api.ts';
import { signIn } from './sign-in-api.ts';
import { skillResult, skillsResult, skillsQuery } from './skills-api.ts';
import { sourcesQuery, sourcesResult } from './sources-api.ts';
import { platformStatus } from './status-api.ts';
import { postingsPage, postingsQuery } from './posting-list-api.ts';
import { previewQuery, previewResult } from './preview-api.ts';
import { tableQuery, tableResult } from './table-api.ts';
import { tagsResult, tagsQuery, tagsRequest } from './tags-api.ts';
import { verifyJob } from './verify-api.ts';

/**
 * `requests` are read by us alone, so they may become wider; `shared` shapes are read by others, by older replicas of
 * ours, and (events) from a log that is retained for ever, so they may become neither wider nor narrower.
 */
export type SchemaUse = 'requests' | 'shared';
export type RegisteredSchema = { schema: z.ZodType; use: SchemaUse };

const request = (schema: z.ZodType): RegisteredSchema => ({ schema, use: 'requests' });
const shared = (schema: z.ZodType): RegisteredSchema => ({ schema, use: 'shared' });

/** Every schema that code outside of one service depends on, by the name of its released file. */
export const schemas: Record<string, RegisteredSchema> = {
  'posting-input': request(postingInput),
  'demand-query': request(demandQuery),
  'pairs-query': request(pairsQuery),
  'salary-query': request(salaryQuery),
  'roles-query': request(rolesQuery),
  'salaries-query': request(salariesQuery),
  'compare-query': request(compareQuery),
  'compare-skills-query': request(compareSkillsQuery),
  'erasure-query': request(erasureQuery),
  'erasure-request': request(erasureRequest),
  'erasure-preview-request': request(erasurePreviewRequest),
  'erasure-id-query': request(erasureIdQuery),
  'sources-query': request(sourcesQuery),
  'skills-query': request(skillsQuery),
  'cpu-profile-query': request(cpuProfileQuery),
  'postings-query': request(postingsQuery),
  'preview-query': request(previewQuery),
  'table-query': request(tableQuery),
  'tags-query': request(tagsQuery),
  'tags-request': request(tagsRequest),
  'reconciliation-query': request(reconciliationQuery),
  'versions-query': request(versionsQuery),
  'versions-request': request(versionsRequest),
  'comparison-request': request(comparisonRequest),
  'republish-request': request(republishRequest),
  'tags-answer': shared(tagsResult),
  'canonical-posting': shared(canonicalPosting),
  'tagged-posting': shared(taggedPosting),
  'posting-retracted': shared(postingRetracted),
  'received-topic-event': shared(receivedTopicEvent),
  'tagged-topic-event': shared(taggedTopicEvent),
  'event-headers': shared(eventHeaderValues),
  'dead-letter-headers': shared(deadLetterHeaderValues),
  'ingest-result': shared(ingestResult),
  'preview-answer': shared(previewResult),
  'table-result': shared(tableResult),
  erasure: shared(erasure),
  'erasure-preview': shared(erasurePreview),
  'posting-record': shared(postingRecord),
  'postings-page': shared(postingsPage),
  'demand-answer': shared(demandResult),
  'trend-answer': shared(trendResult),
  'pairs-answer': shared(pairsResult),
  'skill-salary-answer': shared(skillSalaryResult),
  'roles-answer': shared(rolesResult),
  'salaries-answer': shared(salariesResult),
  'compare-answer': shared(compareResult),
  'compare-skills-answer': shared(compareSkillsResult),
  'sources-answer': shared(sourcesResult),
  'skills-answer': shared(skillsResult),
  'skill-answer': shared(skillResult),
  'views-state': shared(viewsState),
  'live-change': shared(liveChange),
  'report-list': shared(reportList),
  'report-answer': shared(reportResult),
  'ingestion-line': shared(ingestionRow),
  'lagging-line': shared(laggingLine),
  'analytics-line': shared(analyticsRow),
  journey: shared(journey),
  'accepted-trail': shared(acceptedTrail),
  'counted-trail': shared(countedTrail),
  ledger: shared(ledger),
  liveness: shared(liveness),
  readiness: shared(readiness),
  'process-state': shared(processState),
  'consumer-status': shared(consumerStatus),
  'platform-status': shared(platformStatus),
  'sign-in': shared(signIn),
  'verify-job': shared(verifyJob),
  'retag-job': shared(retagJob),
  'run-board-query': request(runBoardQuery),
  'boards-answer': shared(boardsResult),
  'board-state': shared(boardState),
  'versions-page': shared(versionsPage),
  'versions-compared': shared(versionsCompared),
  'reconciliation-page': shared(reconciliationPage),
  'republish-answer': shared(republishResult),
  // Types of events may be added: by contract readers take those that they do not know.
  'pipeline-event': request(pipelineEvent),
  'unknown-pipeline-event': shared(unknownPipelineEvent),
  sighting: shared(sighting),
  'replica-snapshot': shared(replicaSnapshot),
  'replica-report': shared(replicaReport),
  'pipeline-state': shared(pipelineState),
  problem: shared(problem),
};
