import { headers, problemResponses } from './openapi/answers.ts';
import { componentSchemas } from './openapi/components.ts';
import { comparisonPaths } from './openapi/comparisons.ts';
import { demandPaths } from './openapi/demand.ts';
import { livePaths } from './openapi/live.ts';
import type { Paths } from './openapi/operation.ts';
import { platformPaths } from './openapi/platform.ts';
import { postingPaths } from './openapi/postings.ts';
import { reconciliationPaths } from './openapi/reconciliation.ts';
import { reportPaths } from './openapi/reports.ts';
import { retagPaths } from './openapi/retag.ts';
import { securitySchemes, withSecurity } from './openapi/security.ts';
import { skillPaths } from './openapi/skills.ts';
import { operationTags } from './openapi/tags-of-operations.ts';
import { tagPaths } from './openapi/tags.ts';
import { verifyPaths } from './openapi/verify.ts';

/** Every path of the gateway: a file a resource. */
const paths: Paths = {
  ...postingPaths,
  ...demandPaths,
  ...comparisonPaths,
  ...skillPaths,
  ...reportPaths,
  ...tagPaths,
  ...retagPaths,
  ...verifyPaths,
  ...reconciliationPaths,
  ...livePaths,
  ...platformPaths,
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
  paths: withSecurity(paths),
  components: { schemas: componentSchemas(), headers, responses: problemResponses(), securitySchemes },
});
