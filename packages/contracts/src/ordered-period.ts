import type { z } from 'zod';

type Period = { from?: unknown; to?: unknown };

/**
 * Refuses a range of months that ends before it begins: it would count nothing, and zeros would look like a result.
 */
export const withOrderedPeriod = <S extends z.ZodObject>(schema: S): S =>
  schema.refine(({ from, to }: Period) => typeof from !== 'string' || typeof to !== 'string' || from <= to, {
    path: ['to'],
    message: 'is before from',
  });
