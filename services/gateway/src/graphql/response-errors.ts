import { appError, loggedError, loggedStack, type SkillstreamError } from '@skillstream/errors';
import { toFamily } from '@skillstream/http';
import { type Log } from '@skillstream/runtime';
import { GraphQLError, Kind, type ExecutionResult } from 'graphql';
import { upstreamProblem } from '../upstreams/upstream-unavailable.ts';

export type RequestLog = { log: Log; traceId: string };

// What GraphQL itself says of a document, an argument or a variable names its place in the document, or comes before
// anything has a place in the answer; what it says of a value that we gave is ours to repair.
const isCallers = (error: GraphQLError): boolean => {
  const { originalError: cause } = error;
  if (!cause) return true;
  return cause instanceof GraphQLError && ((cause.nodes?.length ?? 0) > 0 || error.path === undefined);
};

const NAME = /^Variable "\$(\w+)"/;
// GraphQL names the variable in its words alone; callers get it as every fault of a request is named.
const issuesOf = ({ message }: GraphQLError) => {
  const name = NAME.exec(message)?.[1];
  return name === undefined ? {} : { faults: [{ path: `variables.${name}`, message }] };
};

// Names that a caller made up (aliases, variables) are no more for the log than values are.
const placeOf = ({ locations, nodes, path }: GraphQLError) => {
  const [node] = nodes ?? [];
  return {
    at: locations?.map(({ line, column }) => `${line}:${column}`).join(' '),
    field: path && node?.kind === Kind.FIELD ? node.name.value : undefined,
  };
};

const tell = (
  error: GraphQLError,
  { log, traceId }: RequestLog,
): { reported: GraphQLError; status: number } => {
  const cause: SkillstreamError = isCallers(error)
    ? appError('invalid-input', error.message, { context: issuesOf(error) })
    : toFamily(error.originalError);
  const { code, detail, title, status, faults, nearest } = upstreamProblem(cause, traceId);
  const ours = status >= 500 && code !== 'overloaded' && cause.context.upstream === undefined;
  const level = ours ? 'error' : cause.context.upstream === undefined ? 'info' : 'warn';
  const facts = { code, error: loggedError(cause), ...placeOf(error), traceId };
  const thrown = cause.cause instanceof Error ? cause.cause : cause;
  log[level]({ ...facts, stack: ours ? loggedStack(thrown) : undefined }, 'graphql request failed');
  const { nodes, source, positions, path } = error;
  const extensions = { code, traceId, ...(faults && { faults }), ...(nearest && { nearest }) };
  return {
    reported: new GraphQLError(detail ?? title, { nodes, source, positions, path, extensions }),
    status,
  };
};

/**
 * A result whose errors say what problem+json would: its `code`, its trace and its faults, and nothing internal.
 * Each is logged once, without what was sent.
 * @returns with the status of the answer: where there is no data at all, that of the first problem
 */
export const responseErrors = (
  result: ExecutionResult,
  requestLog: RequestLog,
): { result: ExecutionResult; status: number } => {
  if (!result.errors?.length) return { result, status: 200 };
  const all = result.errors.map((error) => tell(error, requestLog));
  const errors = all.map(({ reported }) => reported);
  return { result: { ...result, errors }, status: 'data' in result ? 200 : all[0]!.status };
};
