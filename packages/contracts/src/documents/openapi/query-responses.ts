import { responseOf, notModified, type Response } from './responses.ts';
import type { MediaTypes } from './operation.ts';
import type { Parameter } from './parameters.ts';

/** The header that revalidates a cached response. */
export const ifNoneMatch: Parameter = {
  name: 'If-None-Match',
  in: 'header',
  description: 'The `ETag` of a cached response: 304 without a body if it is still valid.',
  schema: { type: 'string' },
  example: 'W/"v2.1-5f0c9c1d2b3a"',
};

const asTable: MediaTypes = {
  'text/csv': {
    schema: {
      type: 'string',
      description: 'The main list of the response, one row on each line; pay with its currency and period.',
    },
  },
};

/** The responses of an operation that the gateway caches: at most two seconds old, or marked as stale. */
export const queryResponses = (description: string, content: MediaTypes): Record<string, Response> => ({
  200: responseOf(
    description,
    { ...content, ...asTable },
    { headers: ['ETag', 'Cache-Control', 'Age', 'Skillstream-Stale'] },
  ),
  304: notModified(),
});
