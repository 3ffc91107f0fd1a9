import { operationList, type PublicOperationId } from '../operations.ts';
import { headers, problemResponses } from './openapi/responses.ts';
import { componentSchemas } from './openapi/components.ts';
import { comparisonDescribed } from './openapi/comparisons.ts';
import { demandDescribed } from './openapi/demand.ts';
import { liveDescribed } from './openapi/live.ts';
import { describe } from './openapi/describe.ts';
import type { Descriptions, Method } from './openapi/operation.ts';
import { pipelineDescribed } from './openapi/pipeline.ts';
import { platformDescribed } from './openapi/platform.ts';
import { postingDescribed } from './openapi/postings.ts';
import { reconciliationDescribed } from './openapi/reconciliation.ts';
import { reportDescribed } from './openapi/reports.ts';
import { retagDescribed } from './openapi/retag.ts';
import { securitySchemes, withSecurity, type SecuredPaths } from './openapi/security.ts';
import { skillDescribed } from './openapi/skills.ts';
import { operationTags } from './openapi/tags-of-operations.ts';
import { tagDescribed } from './openapi/tags.ts';
import { verifyDescribed } from './openapi/verify.ts';

/** What the document says of every operation: a file a resource. */
const descriptions: Descriptions = {
  ...postingDescribed,
  ...demandDescribed,
  ...comparisonDescribed,
  ...skillDescribed,
  ...reportDescribed,
  ...tagDescribed,
  ...retagDescribed,
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
    // Pages for people, another protocol, and what services ask each other stand elsewhere.
    if (!described) continue;
    const path = operation.path.replace(/:(\w+)/g, '{$1}');
    const method = operation.method.toLowerCase() as Method;
    (paths[path] ??= {})[method] = withSecurity(describe(operation, described), operation.scope);
  }
  return paths;
};

/**
 * The OpenAPI 3.1 document of the gateway (https://spec.openapis.org/oas/v3.1.1.html), made from the zod schemas that
 * the services check with.
 */
export const openApiDocument = () => ({
  openapi: '3.1.1',
  info: {
    title: 'Skillstream',
    version: '1.0.0',
    summary: 'Job postings in, counted skills out, exactly once.',
    description:
      'One origin for all of it. Within a major version an answer only ever grows by optional fields: pass over ' +
      'what you do not know.\n\n' +
      'Errors are problems by RFC 9457, each with a `code` and, where fields are at fault, `faults` by path. A ' +
      'parameter that an operation does not have is refused (400); a method that a path does not take is answered ' +
      'by 405 and `Allow`. Where limits are set, each answer says in `RateLimit` how often a client may still ask ' +
      '(draft-ietf-httpapi-ratelimit-headers-11); a stream is one request, however long. Send a W3C `traceparent` to find your request in the logs of every service; `trace-id` ' +
      'names the trace in any case.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  // Relative: whoever serves the document is asked.
  servers: [{ url: '/', description: 'The gateway that serves this document' }],
  tags: [...operationTags],
  paths: pathsOf(),
  components: { schemas: componentSchemas(), headers, responses: problemResponses(), securitySchemes },
});
