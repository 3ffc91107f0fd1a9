import { wholeNumber } from './whole-number.ts';

/** The parameter that says how many rows an answer gives at the most. */
export const mostRows = (description: string) => wholeNumber(1, 1000).optional().describe(description);
