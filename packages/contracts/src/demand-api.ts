import { z } from 'zod';
import { withConsistentFilter } from './consistent-filter.ts';
import { bothCounts, counted, countParameter } from './count-unit.ts';
import { origins } from './origin.ts';
import { countryCode, sourceName } from './posting.ts';
import { roles, seniorities, workplaces } from './posting-values.ts';
import { rowLimit } from './whole-number.ts';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month, like 2025-03');

/** Filters: which postings count, the same for every query; `from` and `to` are months, both inclusive. */
export const postingFilter = z.strictObject({
  role: z.enum(roles).optional().describe('Only postings of this role'),
  country: countryCode
    .optional()
    .describe('Only postings with work in this country (ISO 3166-1 alpha-2 code), e.g. DE'),
  workplace: z.enum(workplaces).optional().describe('Only postings with this workplace'),
  seniority: z.enum(seniorities).optional().describe('Only postings of this seniority'),
  source: sourceName
    .optional()
    .describe(
      'Only postings that were taken from this source: the `source` that they were sent with, e.g. hn',
    ),
  origin: z
    .enum(origins)
    .optional()
    .describe(
      'Only own postings, only the made-up sample, or both; by default own postings if there are any, else the ' +
        'sample. The filter of the response says which',
    ),
  from: month.optional().describe('The first month of the period, e.g. 2025-03'),
  to: month.optional().describe('The last month of the period, e.g. 2025-09'),
});
export type PostingFilter = z.infer<typeof postingFilter>;

/** Filters, and the category of the skills that a response shows; shares stay those of all postings. */
export const demandFilter = postingFilter.extend({
  category: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a category of skills, like relational-databases')
    .optional()
    .describe('Lists only skills of this category, e.g. relational-databases; the population stays the same'),
});
export type DemandFilter = z.infer<typeof demandFilter>;

// Clients ignore filters in a response that they do not know; a query with an unknown filter is refused.
export const appliedFilter = z.object(demandFilter.shape);

/** Selects a read model, for tests and comparisons; without it analytics chooses. */
export const via = z
  .enum(['views', 'facts'])
  .optional()
  .describe('Selects the read model: the views in Redis, or the facts in MongoDB');

export const demandQuery = withConsistentFilter(
  demandFilter.extend({
    top: rowLimit('The number of skills, most frequent first; ignored by a trend'),
    count: countParameter,
    via,
  }),
);
export type DemandQuery = z.infer<typeof demandQuery>;

/**
 * A count never comes without the population it is a share of; `low` and `high` are the 95% Wilson interval.
 * `postings` and `jobs` are the count in both units, left out where only one was counted.
 */
export const measuredShare = z.object({
  population: z.int().nonnegative(),
  count: z.int().nonnegative(),
  share: z.number().min(0).max(1).nullable(),
  low: z.number().min(0).max(1).nullable(),
  high: z.number().min(0).max(1).nullable(),
  ...bothCounts.shape,
});
export type MeasuredShare = z.infer<typeof measuredShare>;

/**
 * The freshness of a response: the read model it comes from, whether that had caught up, and the version of the
 * positions it was read at. Both models have the same version at the same positions; null while a model has none yet.
 */
export const answeredFrom = z.object({
  model: z.enum(['views', 'facts']),
  caughtUp: z.boolean(),
  viewVersion: z.string().nullable(),
});
export type AnsweredFrom = z.infer<typeof answeredFrom>;

/** The current version of the views in analytics: it changes at most once a second; null while they are built. */
export const viewsState = z.object({ version: z.string().nullable() });
export type ViewsState = z.infer<typeof viewsState>;

/**
 * Whether any posting that counts asks for a skill: how the gateway tells unknown skills from those of another
 * taxonomy.
 */
export const countedSkill = z.object({ counted: z.boolean() });
export type CountedSkill = z.infer<typeof countedSkill>;

/** `population` is in the unit that is `counted`; `postings` and `jobs` are it in both. */
export const demandResult = z.object({
  filter: appliedFilter,
  counted,
  population: z.int().nonnegative(),
  ...bothCounts.shape,
  skills: z.array(measuredShare.extend({ skillId: z.string() })),
  categories: z.array(measuredShare.extend({ category: z.string() })),
  answeredFrom,
});
export type DemandResult = z.infer<typeof demandResult>;

/** `postings` and `jobs` are the populations of all months together. */
export const trendResult = z.object({
  skillId: z.string(),
  filter: appliedFilter,
  counted,
  ...bothCounts.shape,
  months: z.array(measuredShare.extend({ month: z.string() })),
  answeredFrom,
});
export type TrendResult = z.infer<typeof trendResult>;
