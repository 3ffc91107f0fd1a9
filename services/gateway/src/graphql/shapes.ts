import {
  canonicalPosting,
  compareResult,
  compareSkillsResult,
  awayPart,
  reportedConsumer,
  demandResult,
  liveChange,
  pairsResult,
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
  .describe('How old the answer is that is given because analytics is away; null for one that is fresh');

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

/** Ingestion's record, with the parsed posting inside. */
export const postingGiven = postingRecord.extend({
  posting: canonicalPosting.nullable().describe('Null once it was retracted'),
});
export const tagsGiven = tagsResult;

export const serviceStatus = z.object({
  name: z.string(),
  ready: z.boolean(),
  unreachable: z.string().nullable().describe('Why it did not answer; null for one that did'),
  checks: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string().optional() })),
});
export const statusGiven = z.object({
  services: z.array(serviceStatus),
  consumers: z.array(reportedConsumer),
  away: z.array(awayPart),
});

export const changeGiven = z.object({
  id: z.string().describe('Grows with time; `Last-Event-ID` of /v1/live takes it'),
  ...liveChange.shape,
});
