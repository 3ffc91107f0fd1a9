import { z } from 'zod';

/** What answers can count: every posting, or of each job that several postings are of only one, its primary. */
export const countUnits = ['postings', 'jobs'] as const;
export type CountUnit = (typeof countUnits)[number];

/** The parameter that chooses what populations, counts, shares and the order of an answer are of. */
export const countParameter = z
  .enum(countUnits)
  .optional()
  .describe(
    'What is counted: postings, the default, or distinct jobs: postings of one job count once. Populations, counts, ' +
      'shares and the order follow it; the totals of both are in every answer',
  );

/** What an answer counted, which an earlier release leaves out. */
export const counted = z.enum(countUnits).optional();

const number = z.int().nonnegative().optional();

/**
 * The same number in both units, whichever the answer counts; an earlier release leaves them out. A job is dated by
 * its primary, and is in the slices of its primary alone.
 */
export const bothCounts = z.object({ postings: number, jobs: number });
export type BothCounts = { postings: number; jobs: number };
