import type { NamedOperation } from '../../operations.ts';
import { responseOf, json, problems, type Response, type Refusal } from './responses.ts';
import { refOf } from './components.ts';
import type { Described, Operation, RequestBody } from './operation.ts';
import { queryParameters, type Parameter } from './parameters.ts';
import { ifNoneMatch, queryResponses } from './query-responses.ts';

const parametersOf = (
  { query, cachedQuery }: NamedOperation,
  { pathId, headers = [] }: Described,
): Parameter[] => [
  ...(pathId ? [pathId] : []),
  ...(query ? queryParameters(query) : []),
  ...(cachedQuery ? [ifNoneMatch] : []),
  ...headers,
];

const bodyOf = ({ body }: NamedOperation, described: Described): RequestBody | undefined => {
  if (!body || !described.body) return described.requestBody;
  const { description, examples } = described.body;
  return {
    required: true,
    description,
    content: { 'application/json': { schema: refOf(body), examples } },
  };
};

const resultsOf = (
  { response, cachedQuery }: NamedOperation,
  { returns }: Described,
): Record<string, Response> => {
  if (typeof returns !== 'string') return returns;
  const content = json(refOf(response!));
  return cachedQuery ? queryResponses(returns, content) : { 200: responseOf(returns, content) };
};

// The error responses by kind of operation: rate-limited ones, those that an upstream handles, and changes.
const usualProblems = ({ method, owner, rateClass }: NamedOperation): Refusal[] => [
  ...(rateClass === null ? [] : (['RateLimited'] as const)),
  ...(owner === 'gateway' || owner === 'every' ? [] : (['Unavailable', 'Timeout'] as const)),
  ...(method === 'GET' ? [] : (['NotAllowed'] as const)),
];

/** An operation of the document: its entry in the table of operations, and its description. */
export const describe = (operation: NamedOperation, described: Described): Operation => {
  const parameters = parametersOf(operation, described);
  const requestBody = bodyOf(operation, described);
  return {
    operationId: operation.id,
    tags: [described.tag],
    summary: operation.summary,
    description: described.description,
    ...(parameters.length > 0 && { parameters }),
    ...(requestBody && { requestBody }),
    responses: {
      ...resultsOf(operation, described),
      ...problems(...usualProblems(operation), ...(described.problems ?? [])),
    },
  };
};
