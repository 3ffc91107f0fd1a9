import { appError, loggedError, loggedStack, type SkillstreamError } from '@skillstream/errors';
import { toFamily } from '@skillstream/http';
import { type Log } from '@skillstream/runtime';
import { GraphQLError, Kind, type ExecutionResult } from 'graphql';
import { upstreamProblem } from '../upstreams/upstream-unavailable.ts';

export type RequestLog = { log: Log; traceId: string };

// An error of GraphQL itself about a document, an argument or a variable has a location in the document, or no path in
// the response yet; one about a value that we returned is a defect of ours.
const isCallers = (error: GraphQLError): boolean => {
  const { originalError: cause } = error;
  if (!cause) return true;
  return cause instanceof GraphQLError && ((cause.nodes?.length ?? 0) > 0 || error.path === undefined);
};

const NAME = /^Variable "\$(\w+)"/;
// GraphQL names the variable in its message only; callers get it like every issue of a request.
const issuesOf = ({ message }: GraphQLError) => {
  const name = NAME.exec(message)?.[1];
  return name === undefined ? {} : { faults: [{ path: `variables.${name}`, message }] };
};

// Names that a caller chose (aliases, variables) belong in the log no more than values do.
const placeOf = ({ locations, nodes, path }: GraphQLError) => {
  const [node] = nodes ?? [];
  return {
    at: locations?.map(({ line, column }) => `${line}:${column}`).join(' '),
    field: path && node?.kind === Kind.FIELD ? node.name.value : undefined,
  };
};

const reportError = (
  error: GraphQLError,
  { log, traceId }: RequestLog,
): { reported: GraphQLError; status: number } => {
  const cause: SkillstreamError = isCallers(error)
    ? appError('invalid-input', error.message, { context: issuesOf(error) })
    : toFamily(error.originalError);
  const { code, detail, title, status, faults, nearest } = upstreamProblem(cause, traceId);
  const ours = status >= 500 && code !== 'overloaded' && cause.context.upstream === undefined;
  const level = ours ? 'error' : cause.context.upstream === undefined ? 'info' : 'warn';
  const facts = { code, error: loggedError(cause), ...placeOf(error) };
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
 * Converts the errors of a result to what problem+json would contain: `code`, trace and `faults`, and nothing
 * internal. Each is logged once, without what was sent.
 * @returns the result with the status of the response: where there is no data at all, that of the first problem
 */
export const responseErrors = (
  result: ExecutionResult,
  requestLog: RequestLog,
): { result: ExecutionResult; status: number } => {
  if (!result.errors?.length) return { result, status: 200 };
  const all = result.errors.map((error) => reportError(error, requestLog));
  const errors = all.map(({ reported }) => reported);
  return { result: { ...result, errors }, status: 'data' in result ? 200 : all[0]!.status };
};
