import { z } from 'zod';

/** The parameter that says how many rows an answer gives at the most. */
export const mostRows = (description: string) =>
  z.coerce.number().int().min(1).max(1000).optional().describe(description);
