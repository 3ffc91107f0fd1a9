import {
  erasure,
  erasureIdQuery,
  erasurePreview,
  erasurePreviewRequest,
  erasureQuery,
  erasureRequest,
} from './erasure-api.ts';
import type { Operation } from './operation.ts';

// Who may retract each posting may retract all of them.
const retract = { owner: 'ingestion', scope: 'postings:retract' } as const;

/** Public operations that remove the text of a source everywhere. */
export const erasureOperations = {
  erasePostings: {
    ...retract,
    method: 'DELETE',
    path: '/v1/sources/:name/postings',
    rateClass: 'writes',
    query: erasureQuery,
    response: erasure,
    summary: 'Starts to erase all postings of a source, with their text',
  },
  eraseMatching: {
    ...retract,
    method: 'POST',
    path: '/v1/sources/:name/erasure',
    rateClass: 'writes',
    body: erasureRequest,
    response: erasure,
    summary: 'Starts to erase the postings of a source that hold a text',
  },
  getErasure: {
    method: 'GET',
    owner: 'ingestion',
    scope: 'ops:read',
    path: '/v1/sources/:name/erasure',
    rateClass: 'reads',
    query: erasureIdQuery,
    response: erasure,
    summary: 'Returns the progress of an erasure of a source',
  },
  previewErasure: {
    ...retract,
    method: 'POST',
    path: '/v1/sources/:name/erasure/preview',
    rateClass: 'expensive',
    body: erasurePreviewRequest,
    response: erasurePreview,
    summary: 'Counts the postings that an erasure would erase',
  },
} as const satisfies Record<string, Operation>;
