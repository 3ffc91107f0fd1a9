import {
  execute,
  getOperationAST,
  GraphQLError,
  parse,
  specifiedRules,
  subscribe,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import type { Context } from './context.ts';
import { limitRules, limits } from './limits.ts';

/** An operation as it was sent. */
export type Operation = {
  query: string;
  variables?: Record<string, unknown> | null | undefined;
  operationName?: string | null | undefined;
};
export type Results = AsyncIterable<ExecutionResult>;

const checked = (schema: GraphQLSchema, operation: Operation): DocumentNode => {
  const document = parse(operation.query, { maxTokens: limits.tokens });
  // Before the rules: the cost rule would fail on an unknown operation name.
  if (!getOperationAST(document, operation.operationName))
    throw new GraphQLError('The document has no such operation, or several and none was named');
  const errors = validate(schema, document, [...specifiedRules, ...limitRules(operation)]);
  if (errors.length > 0) throw new AggregateError(errors);
  return document;
};

const refusal = (error: unknown): ExecutionResult => {
  if (error instanceof AggregateError) return { errors: error.errors };
  if (error instanceof GraphQLError) return { errors: [error] };
  const message = 'The operation failed';
  return { errors: [new GraphQLError(message, { originalError: error as Error })] };
};

/**
 * Runs an operation that stays within the limits: a query gives a result, a subscription an iterator of results,
 * unless it could not start. Errors are in `errors`; nothing is thrown.
 */
export const runOperation = async (
  schema: GraphQLSchema,
  operation: Operation,
  contextValue: Context,
): Promise<ExecutionResult | Results> => {
  try {
    const document = checked(schema, operation);
    const { variables: variableValues, operationName } = operation;
    const args = { schema, document, contextValue, variableValues, operationName };
    const kind = getOperationAST(document, operationName)?.operation;
    if (kind && !schema.getRootType(kind)) throw new GraphQLError(`There is no ${kind} here`);
    return await (kind === 'subscription' ? subscribe(args) : execute(args));
  } catch (error) {
    return refusal(error);
  }
};

/** Whether an operation goes on giving results (a subscription), or has given its only one. */
export const isResults = (response: ExecutionResult | Results): response is Results =>
  Symbol.asyncIterator in response;
