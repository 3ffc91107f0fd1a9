import { wholeNumber } from './whole-number.ts';

/** The query parameter that limits the rows of a response. */
export const rowLimit = (description: string) => wholeNumber(1, 1000).optional().describe(description);
