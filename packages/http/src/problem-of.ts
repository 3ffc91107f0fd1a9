import type { ValidationIssue, Problem } from '@skillstream/contracts';
import {
  isRetryable,
  SkillstreamError,
  appError,
  errorStatus,
  issuesOf,
  loggedError,
} from '@skillstream/errors';
import { z } from 'zod';

// Express's own parsers throw errors with a status: 4xx are kept, since they are errors of the caller.
const ofBodyParser = (error: unknown): SkillstreamError | null => {
  if (!(error instanceof Error) || !('status' in error)) return null;
  if (error.status === 413) return appError('too-large', error.message, { cause: error });
  if (error.status === 415) return appError('unsupported-media-type', error.message, { cause: error });
  if (typeof error.status !== 'number' || error.status >= 500) return null;
  // What a parser of JSON says quotes the body.
  const message = error instanceof SyntaxError ? 'The body is not JSON' : error.message;
  return appError('invalid-input', message, { cause: error });
};

/** Converts any thrown value to an application error. */
export const toFamily = (error: unknown): SkillstreamError => {
  if (error instanceof SkillstreamError) return error;
  if (error instanceof z.ZodError)
    return appError('invalid-input', 'Some fields are not valid', { context: { faults: issuesOf(error) } });
  const parsed = ofBodyParser(error);
  if (parsed) return parsed;
  const code = isRetryable(error) ? 'unavailable' : 'internal';
  return appError(code, loggedError(error), { cause: error });
};

/** The part of an error that callers see, in any protocol: nothing internal in a 5xx. */
export const problemOf = (error: SkillstreamError, traceId?: string): Problem => {
  const { status, title } = errorStatus[error.code];
  const faults = error.context.faults as ValidationIssue[] | undefined;
  const nearest = error.context.nearest as string[] | undefined;
  return {
    type: `urn:skillstream:problem:${error.code}`,
    title,
    status,
    code: error.code,
    ...(traceId === undefined ? {} : { traceId }),
    ...(status < 500 || error.code === 'overloaded' ? { detail: error.message } : {}),
    ...(faults && status < 500 ? { faults } : {}),
    ...(nearest && status < 500 ? { nearest } : {}),
  };
};
