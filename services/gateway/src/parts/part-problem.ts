import type { Problem } from '@skillstream/contracts';
import { problemOf, type SkillstreamError } from '@skillstream/runtime';

/**
 * What a caller of the gateway is told of an error: of a part that is away also which one, unlike by a single service.
 */
export const partProblem = (error: SkillstreamError, traceId: string): Problem => {
  const problem = problemOf(error, traceId);
  if (!error.context.part) return problem;
  return {
    ...problem,
    title: 'A part of the platform is not available',
    status: 503,
    detail: error.message,
  };
};
