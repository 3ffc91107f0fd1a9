import { responseOf, notModified, type Response } from './responses.ts';
import type { MediaTypes } from './operation.ts';
import type { Parameter } from './parameters.ts';

/** How to ask whether an answer that one has still holds. */
export const ifNoneMatch: Parameter = {
  name: 'If-None-Match',
  in: 'header',
  description: 'The `ETag` of an answer that you have: 304 without a body where it still holds.',
  schema: { type: 'string' },
  example: 'W/"v2.1-5f0c9c1d2b3a"',
};

const asTable: MediaTypes = {
  'text/csv': { schema: { type: 'string', description: 'The list that the answer is about, a line each.' } },
};

/** The answers of an operation that the gateway may know by heart: it is two seconds old at the most, or says so. */
export const queryResponses = (description: string, content: MediaTypes): Record<string, Response> => ({
  200: responseOf(
    description,
    { ...content, ...asTable },
    { headers: ['ETag', 'Cache-Control', 'Age', 'Skillstream-Stale'] },
  ),
  304: notModified(),
});
