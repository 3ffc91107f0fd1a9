import { z } from 'zod';

/** The query parameter that limits the rows of a response. */
export const rowLimit = (description: string) => wholeNumber(1, 1000).optional().describe(description);

const DECIMAL = /^(0|[1-9]\d{0,15})$/;
const read = (value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  return DECIMAL.test(value) ? Number(value) : value;
};

/**
 * A whole number that comes as text, in a query or in the environment: decimal digits alone, or the number itself.
 * `Number` would also accept `0x10`, `1e3`, `+5`, blanks, and an empty string as 0.
 * @param least the smallest accepted value
 * @param most the largest accepted value
 */
export const wholeNumber = (least: number, most: number) =>
  z.preprocess(
    read,
    z
      .int({ error: `a whole number from ${least} to ${most} in decimal digits` })
      .min(least)
      .max(most),
  );
