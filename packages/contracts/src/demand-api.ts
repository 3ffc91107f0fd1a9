import { z } from 'zod';
import { inOrder } from './in-order.ts';
import { mostRows } from './most-rows.ts';
import { origins } from './origin.ts';
import { roles, seniorities, sourceName, workplaces } from './posting.ts';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month, like 2025-03');

/** Filters: which postings count, the same for every query; `from` and `to` are months, both inclusive. */
export const postingFilter = z.strictObject({
  role: z.enum(roles).optional().describe('Postings of this role alone'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'an ISO 3166-1 alpha-2 code, like DE')
    .optional()
    .describe('Postings with work in this country, by its ISO 3166-1 alpha-2 code, like DE'),
  workplace: z.enum(workplaces).optional().describe('Postings with work at this place'),
  seniority: z.enum(seniorities).optional().describe('Postings of this level'),
  source: sourceName
    .optional()
    .describe('Postings that were taken from here alone: the `source` that they were sent with, like hn'),
  origin: z
    .enum(origins)
    .optional()
    .describe(
      'One’s own postings, the made-up sample, or all of both; left out, own postings where there are any, else ' +
        'the sample. A response has what was counted in its filter',
    ),
  from: month.optional().describe('The first month that counts, like 2025-03'),
  to: month.optional().describe('The last month that counts, like 2025-09'),
});
export type PostingFilter = z.infer<typeof postingFilter>;

/** Filters, and the category of the skills that a response shows; shares stay those of all postings. */
export const demandFilter = postingFilter.extend({
  category: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a category of skills, like relational-databases')
    .optional()
    .describe(
      'Shows skills of this category alone, like relational-databases; the postings that count stay the same',
    ),
});
export type DemandFilter = z.infer<typeof demandFilter>;

// Clients ignore filters in a response that they do not know; a query with an unknown filter is refused.
export const appliedFilter = z.object(demandFilter.shape);

/** Selects a read model, for tests and comparisons; without it analytics chooses. */
export const via = z
  .enum(['views', 'facts'])
  .optional()
  .describe('Asks one read model on purpose: the views in Redis, or the facts in MongoDB');

export const demandQuery = inOrder(
  demandFilter.extend({
    top: mostRows('How many skills, the most asked for first; a trend is of one skill, whatever this says'),
    via,
  }),
);
export type DemandQuery = z.infer<typeof demandQuery>;

/** A count never comes without the population it is a share of; `low` and `high` are the 95% Wilson interval. */
export const measuredShare = z.object({
  population: z.int().nonnegative(),
  count: z.int().nonnegative(),
  share: z.number().min(0).max(1).nullable(),
  low: z.number().min(0).max(1).nullable(),
  high: z.number().min(0).max(1).nullable(),
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

export const demandResult = z.object({
  filter: appliedFilter,
  population: z.int().nonnegative(),
  skills: z.array(measuredShare.extend({ skillId: z.string() })),
  categories: z.array(measuredShare.extend({ category: z.string() })),
  answeredFrom,
});
export type DemandResult = z.infer<typeof demandResult>;

export const trendResult = z.object({
  skillId: z.string(),
  filter: appliedFilter,
  months: z.array(measuredShare.extend({ month: z.string() })),
  answeredFrom,
});
export type TrendResult = z.infer<typeof trendResult>;
