import {
  canonicalPosting,
  compareResult,
  compareSkillsResult,
  unavailableService,
  reportedConsumer,
  demandResult,
  liveChange,
  pairsResult,
  postingFacts,
  postingRecord,
  reportResult,
  salariesResult,
  sourcesResult,
  skillSalaryResult,
  tagsResult,
  trendResult,
} from '@skillstream/contracts';
import { z } from 'zod';

// Shapes that REST expresses otherwise: values of headers, and maps, which GraphQL does not have.

/** The values of `Age` and `Skillstream-Stale` over REST. */
const staleSeconds = z
  .int()
  .nonnegative()
  .nullable()
  .describe(
    'The age of a stale response, returned while analytics is unavailable; null if the response is fresh',
  );

export const demandGiven = demandResult.extend({ staleSeconds });
export const trendGiven = trendResult.extend({ staleSeconds });
export const reportGiven = reportResult.extend({ staleSeconds });
export const pairsGiven = pairsResult.extend({ staleSeconds });
export const skillSalaryGiven = skillSalaryResult.extend({ staleSeconds });
export const salariesGiven = salariesResult.extend({ staleSeconds });
export const compareGiven = compareResult.extend({ staleSeconds });
export const compareSkillsGiven = compareSkillsResult.extend({ staleSeconds });
export const sourcesGiven = sourcesResult.extend({ staleSeconds });
export const reportTitle = z.object({ id: z.string(), title: z.string() });

/** Ingestion's record, with the parsed posting, or what is left of it, inside. */
export const postingGiven = postingRecord.extend({
  posting: canonicalPosting.nullable().describe('Null if the posting is retracted, or its text has expired'),
  facts: postingFacts
    .optional()
    .describe('What is left of a posting whose text has expired; null of another'),
});
export const tagsGiven = tagsResult;

export const serviceStatus = z.object({
  name: z.string(),
  ready: z.boolean(),
  unreachable: z.string().nullable().describe('Why the service is unreachable; null if it is reachable'),
  checks: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string().optional() })),
});
export const statusGiven = z.object({
  services: z.array(serviceStatus),
  consumers: z.array(reportedConsumer),
  away: z.array(unavailableService),
});

export const changeGiven = z.object({
  id: z.string().describe('Increases with time; accepted as `Last-Event-ID` by /v1/live'),
  ...liveChange.shape,
});
