import { operationList, type PublicOperationId } from '../operations.ts';
import { headers, problemResponses } from './openapi/responses.ts';
import { componentSchemas } from './openapi/components.ts';
import { boardsDescribed } from './openapi/boards.ts';
import { comparisonDescribed } from './openapi/comparisons.ts';
import { demandDescribed } from './openapi/demand.ts';
import { erasureDescribed } from './openapi/erasure.ts';
import { liveDescribed } from './openapi/live.ts';
import { describe } from './openapi/describe.ts';
import { type Descriptions, type Method, operationTags } from './openapi/operation.ts';
import { pipelineDescribed } from './openapi/pipeline.ts';
import { platformDescribed } from './openapi/platform.ts';
import { postingDescribed } from './openapi/postings.ts';
import { reconciliationDescribed } from './openapi/reconciliation.ts';
import { reportDescribed } from './openapi/reports.ts';
import { retagDescribed } from './openapi/retag.ts';
import { securitySchemes, withSecurity, type SecuredPaths } from './openapi/security.ts';
import { skillDescribed } from './openapi/skills.ts';
import { tagDescribed } from './openapi/tags.ts';
import { verifyDescribed } from './openapi/verify.ts';

/** The descriptions of every operation: one file for each resource. */
const descriptions: Descriptions = {
  ...postingDescribed,
  ...erasureDescribed,
  ...demandDescribed,
  ...comparisonDescribed,
  ...skillDescribed,
  ...reportDescribed,
  ...tagDescribed,
  ...retagDescribed,
  ...boardsDescribed,
  ...verifyDescribed,
  ...reconciliationDescribed,
  ...liveDescribed,
  ...platformDescribed,
  ...pipelineDescribed,
};

const pathsOf = (): SecuredPaths => {
  const paths: SecuredPaths = {};
  for (const operation of operationList) {
    const described = descriptions[operation.id as PublicOperationId];
    // Web pages, GraphQL and internal operations are documented elsewhere.
    if (!described) continue;
    const path = operation.path.replace(/:(\w+)/g, '{$1}');
    const method = operation.method.toLowerCase() as Method;
    (paths[path] ??= {})[method] = withSecurity(describe(operation, described), operation.scope);
  }
  return paths;
};

/**
 * The OpenAPI 3.1 document of the gateway (https://spec.openapis.org/oas/v3.1.1.html), generated from the zod schemas
 * that the services validate with.
 */
export const openApiDocument = () => ({
  openapi: '3.1.1',
  info: {
    title: 'Skillstream',
    version: '1.0.0',
    summary: 'Job postings in, counted skills out, exactly once.',
    description:
      'All operations have one origin. Within a major version, responses only gain optional fields: ignore ' +
      'fields that you do not know.\n\n' +
      'Errors are problems as in RFC 9457, each with a `code`; validation issues are listed in `faults` by ' +
      'path. An unknown parameter is rejected (400); a method that a path does not support is answered with ' +
      '405 and `Allow`. If rate limits are set, every response states in `RateLimit` how many requests a ' +
      'client has left (draft-ietf-httpapi-ratelimit-headers-11); a stream counts as one request, however ' +
      'long. Send a W3C `traceparent` to find your request in the logs of every service; `trace-id` returns ' +
      'the trace id in any case.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  // Relative: the server that serves the document.
  servers: [{ url: '/', description: 'The gateway that serves this document' }],
  tags: [...operationTags],
  paths: pathsOf(),
  components: { schemas: componentSchemas(), headers, responses: problemResponses(), securitySchemes },
});
