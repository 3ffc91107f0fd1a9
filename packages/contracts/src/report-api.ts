import { z } from 'zod';
import { appliedFilter, answeredFrom, measuredShare, postingFilter } from './demand-api.ts';
import { withConsistentFilter } from './consistent-filter.ts';
import { bothCounts, counted, countParameter } from './count-unit.ts';

export const reportQuery = withConsistentFilter(postingFilter.extend({ count: countParameter }));

/** The verdict on a claim: all of the 95% interval lies in the claimed range, none of it, or some. */
const verdict = z.enum(['holds', 'does-not-hold', 'too-little-data']);
export type Verdict = z.infer<typeof verdict>;

/** The claimed range as the report's file states it: of a share, or of the ratio of the medians with and without. */
const claimedRange = z.object({
  atLeast: z.number().optional(),
  moreThan: z.number().optional(),
  atMost: z.number().optional(),
  lessThan: z.number().optional(),
  between: z.object({ low: z.number(), high: z.number() }).optional(),
});
export type ClaimedRange = z.infer<typeof claimedRange>;

/**
 * Postings with a stated pay; their median in US dollars a year with its 95% interval, null where they are too few.
 */
const payGroup = z.object({
  count: z.int().nonnegative(),
  median: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
export type PayGroup = z.infer<typeof payGroup>;

const ratio = z.object({ ratio: z.number(), low: z.number(), high: z.number() });

/** Pay in one region: `population` counts its postings with and without a stated pay. */
const regionalPay = z.object({
  region: z.string(),
  population: z.int().nonnegative(),
  with: payGroup,
  without: payGroup,
  /** The median with divided by the median without, and the verdict of the two intervals. */
  ratio: ratio.nullable(),
  verdict,
});
export type RegionalPay = z.infer<typeof regionalPay>;

/** A claim measures a share or, by region, pay; clients ignore a claim that measures something they do not know. */
const measuredClaim = z.object({
  id: z.string(),
  says: z.string(),
  because: z.string(),
  expect: claimedRange,
  verdict,
  share: measuredShare.optional(),
  parts: z.array(measuredShare.extend({ name: z.string() })).optional(),
  pay: z.array(regionalPay).optional(),
});
export type MeasuredClaim = z.infer<typeof measuredClaim>;

export const reportResult = z.object({
  id: z.string(),
  title: z.string(),
  source: z.string(),
  filter: appliedFilter,
  counted,
  ...bothCounts.shape,
  population: z.int().nonnegative(),
  claims: z.array(measuredClaim),
  answeredFrom,
});
export type ReportResult = z.infer<typeof reportResult>;

/** The list of reports. `population`: what each is about, since 0.2.0; a filter that contradicts it is refused. */
export const reportList = z.object({
  reports: z.array(z.object({ id: z.string(), title: z.string(), population: appliedFilter.optional() })),
});
export type ReportList = z.infer<typeof reportList>;
