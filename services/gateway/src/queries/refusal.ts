import { errorCode } from '@skillstream/errors';

const codes: ReadonlySet<string> = new Set(['rate-limited', 'unauthenticated', 'insufficient-scope']);
const statuses: ReadonlySet<number> = new Set([401, 403, 429]);

/** Whether an error says no to one caller, and nothing about analytics. */
export const isRefusal = (error: unknown): boolean => codes.has(errorCode(error));

/** The same of a response. */
export const isRefusalStatus = (status: number): boolean => statuses.has(status);
