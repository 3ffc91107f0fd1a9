import type { Fault, Problem } from '@skillstream/contracts';
import type { SkillstreamError } from '../errors.ts';
import { errorStatus } from './error-status.ts';

/** An error as a caller is told of it (RFC 9457): nothing internal where it is ours to repair. */
export const problemOf = (error: SkillstreamError, traceId?: string): Problem => {
  const { status, title } = errorStatus[error.code];
  const faults = error.context.faults as Fault[] | undefined;
  return {
    type: `urn:skillstream:problem:${error.code}`,
    title,
    status,
    code: error.code,
    ...(traceId === undefined ? {} : { traceId }),
    ...(status < 500 || error.code === 'overloaded' ? { detail: error.message } : {}),
    ...(faults && status < 500 ? { faults } : {}),
  };
};
