import type { z } from 'zod';

type Period = { from?: unknown; to?: unknown };

/** Refuses months that end before they begin: nothing could be counted, and zeros would look like an answer. */
export const inOrder = <S extends z.ZodObject>(schema: S): S =>
  schema.refine(({ from, to }: Period) => typeof from !== 'string' || typeof to !== 'string' || from <= to, {
    path: ['to'],
    message: 'is before from',
  });
