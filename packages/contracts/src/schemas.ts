import type { z } from 'zod';
import { compareAnswer, compareQuery } from './compare-api.ts';
import { compareSkillsAnswer, compareSkillsQuery } from './compare-skills-api.ts';
import { demandAnswer, demandQuery, trendAnswer, viewsState } from './demand-api.ts';
import { postingRetracted, receivedTopicEvent, taggedPosting, taggedTopicEvent } from './events.ts';
import { deadLetterHeaderValues, eventHeaderValues } from './header-schemas.ts';
import { ingestResult, postingRecord } from './ingest-api.ts';
import { analyticsLine, ingestionLine, laggingLine, ledger } from './ledger-api.ts';
import { liveChange } from './live-api.ts';
import { pairsAnswer, pairsQuery } from './pairs-api.ts';
import { canonicalPosting, postingInput } from './posting.ts';
import { problem } from './problem.ts';
import { consumerStatus, liveness, readiness } from './readiness-api.ts';
import {
  comparisonRequest,
  reconciliationPage,
  republishAnswer,
  republishRequest,
  versionsCompared,
  versionsPage,
  reconciliationQuery,
  versionsQuery,
  versionsRequest,
} from './reconciliation-api.ts';
import { reportAnswer, reportList } from './report-api.ts';
import { retagJob } from './retag-api.ts';
import { rolesAnswer, rolesQuery } from './roles-api.ts';
import { salariesAnswer, salariesQuery, salaryQuery, skillSalaryAnswer } from './salary-api.ts';
import { skillAnswer, skillsAnswer, skillsQuery } from './skills-api.ts';
import { platformStatus } from './status-api.ts';
import { tagsAnswer, tagsQuery, tagsRequest } from './tags-api.ts';
import { verifyJob } from './verify-api.ts';

/**
 * `requests` are read by us alone, so they may become wider; `shared` shapes are read by others, by older replicas
 * of ours, and (events) from a log that is kept for ever, so they may become neither wider nor narrower.
 */
export type SchemaUse = 'requests' | 'shared';
export type RegisteredSchema = { schema: z.ZodType; use: SchemaUse };

const request = (schema: z.ZodType): RegisteredSchema => ({ schema, use: 'requests' });
const shared = (schema: z.ZodType): RegisteredSchema => ({ schema, use: 'shared' });

/** Every schema that somebody outside of one service depends on, by the name of its released file. */
export const schemas: Record<string, RegisteredSchema> = {
  'posting-input': request(postingInput),
  'demand-query': request(demandQuery),
  'pairs-query': request(pairsQuery),
  'salary-query': request(salaryQuery),
  'roles-query': request(rolesQuery),
  'salaries-query': request(salariesQuery),
  'compare-query': request(compareQuery),
  'compare-skills-query': request(compareSkillsQuery),
  'skills-query': request(skillsQuery),
  'tags-query': request(tagsQuery),
  'tags-request': request(tagsRequest),
  'reconciliation-query': request(reconciliationQuery),
  'versions-query': request(versionsQuery),
  'versions-request': request(versionsRequest),
  'comparison-request': request(comparisonRequest),
  'republish-request': request(republishRequest),
  'tags-answer': shared(tagsAnswer),
  'canonical-posting': shared(canonicalPosting),
  'tagged-posting': shared(taggedPosting),
  'posting-retracted': shared(postingRetracted),
  'received-topic-event': shared(receivedTopicEvent),
  'tagged-topic-event': shared(taggedTopicEvent),
  'event-headers': shared(eventHeaderValues),
  'dead-letter-headers': shared(deadLetterHeaderValues),
  'ingest-result': shared(ingestResult),
  'posting-record': shared(postingRecord),
  'demand-answer': shared(demandAnswer),
  'trend-answer': shared(trendAnswer),
  'pairs-answer': shared(pairsAnswer),
  'skill-salary-answer': shared(skillSalaryAnswer),
  'roles-answer': shared(rolesAnswer),
  'salaries-answer': shared(salariesAnswer),
  'compare-answer': shared(compareAnswer),
  'compare-skills-answer': shared(compareSkillsAnswer),
  'skills-answer': shared(skillsAnswer),
  'skill-answer': shared(skillAnswer),
  'views-state': shared(viewsState),
  'live-change': shared(liveChange),
  'report-list': shared(reportList),
  'report-answer': shared(reportAnswer),
  'ingestion-line': shared(ingestionLine),
  'lagging-line': shared(laggingLine),
  'analytics-line': shared(analyticsLine),
  ledger: shared(ledger),
  liveness: shared(liveness),
  readiness: shared(readiness),
  'consumer-status': shared(consumerStatus),
  'platform-status': shared(platformStatus),
  'verify-job': shared(verifyJob),
  'retag-job': shared(retagJob),
  'versions-page': shared(versionsPage),
  'versions-compared': shared(versionsCompared),
  'reconciliation-page': shared(reconciliationPage),
  'republish-answer': shared(republishAnswer),
  problem: shared(problem),
};
