import { z } from 'zod';

const DECIMAL = /^[1-9]\d{0,8}$/;

// A query has text, GraphQL numbers. `Number` would take 1e3, 0x10, " 5" and an empty text for numbers as well.
const inDecimals = (value: unknown): unknown =>
  typeof value === 'string' && DECIMAL.test(value) ? Number(value) : value;

/** The parameter that says how many rows an answer gives at the most: decimal digits. */
export const mostRows = (description: string, most = 1000) =>
  z
    .preprocess(inDecimals, z.int('a whole number in decimal digits').min(1).max(most))
    .optional()
    .describe(description);
