import { errorCode, errorStatus, type ErrorCode } from '@skillstream/errors';

const codes: readonly ErrorCode[] = ['rate-limited', 'unauthenticated', 'insufficient-scope'];
const statuses = codes.map((code) => errorStatus[code].status);

/** Whether an error says no to one caller, and nothing about analytics. */
export const isRefusal = (error: unknown): boolean => codes.includes(errorCode(error));

/** The same of the status of a response. */
export const isRefusalStatus = (status: number): boolean => statuses.includes(status);
