import { fault, toFamily, type Log, type SkillstreamError } from '@skillstream/runtime';
import { GraphQLError, type ExecutionResult } from 'graphql';
import { partProblem } from '../parts/part-problem.ts';

export type Heard = { log: Log; traceId: string };

// What GraphQL itself says of a document, an argument or a variable names its place in the document; what it says of a
// value that we gave names none, and is ours to repair.
const isCallers = (error: GraphQLError): boolean => {
  const { originalError: cause } = error;
  return !cause || (cause instanceof GraphQLError && (cause.nodes?.length ?? 0) > 0);
};

const tell = (error: GraphQLError, { log, traceId }: Heard): { told: GraphQLError; status: number } => {
  const cause: SkillstreamError = isCallers(error)
    ? fault('invalid-input', error.message)
    : toFamily(error.originalError);
  const { code, detail, title, status, faults, nearest } = partProblem(cause, traceId);
  const ours = status >= 500 && code !== 'overloaded' && cause.context.part === undefined;
  const level = ours ? 'error' : cause.context.part === undefined ? 'info' : 'warn';
  const facts = { code, error: cause.message, place: error.path?.join('.'), traceId };
  log[level]({ ...facts, stack: ours ? cause.stack : undefined }, 'graphql request failed');
  const { nodes, source, positions, path } = error;
  const extensions = { code, traceId, ...(faults && { faults }), ...(nearest && { nearest }) };
  return { told: new GraphQLError(detail ?? title, { nodes, source, positions, path, extensions }), status };
};

/**
 * A result whose errors say what problem+json would: its `code`, its trace and its faults, and nothing internal. Each is
 * logged once.
 * @returns with the status of the answer: where there is no data at all, that of the first problem
 */
export const answeredErrors = (
  result: ExecutionResult,
  heard: Heard,
): { result: ExecutionResult; status: number } => {
  if (!result.errors?.length) return { result, status: 200 };
  const all = result.errors.map((error) => tell(error, heard));
  const errors = all.map(({ told }) => told);
  return { result: { ...result, errors }, status: 'data' in result ? 200 : all[0]!.status };
};
