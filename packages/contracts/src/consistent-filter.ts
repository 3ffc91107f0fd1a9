import type { z } from 'zod';
import { originOf } from './origin.ts';

type Filter = { from?: unknown; to?: unknown; source?: unknown; origin?: unknown };

/**
 * Refuses filters that contradict each other: a range of months that ends before it begins, a source under an origin
 * that it is not of. They would count nothing, and zeros would look like a result.
 */
export const withConsistentFilter = <S extends z.ZodObject>(schema: S): S =>
  schema.superRefine(({ from, to, source, origin }: Filter, context) => {
    if (typeof from === 'string' && typeof to === 'string' && from > to)
      context.addIssue({ code: 'custom', path: ['to'], message: 'is before from' });
    if (typeof source !== 'string' || origin === undefined || origin === 'all') return;
    if (origin !== originOf(source))
      context.addIssue({ code: 'custom', path: ['origin'], message: `${source} is ${originOf(source)}` });
  });
