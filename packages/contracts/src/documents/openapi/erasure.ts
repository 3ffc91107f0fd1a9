import { json, responseOf } from './responses.ts';
import { ref } from './components.ts';
import type { Descriptions } from './operation.ts';
import { pathSource } from './parameters.ts';

/** The erasure of a source. */
export const erasureDescribed: Descriptions = {
  erasePostings: {
    tag: 'postings',
    description:
      'Each posting of the source is retracted, and what was stored of its text removed: from the store, from the ' +
      'log by a tombstone, and its dead letters. It is done in the background, and cannot be cancelled. Asked for ' +
      'again while it runs, another one follows, for what came meanwhile. A posting that is sent again afterwards ' +
      'is stored again.',
    pathId: pathSource,
    returns: { 202: responseOf('The erasure: a new one, or the one in progress.', json(ref('Erasure'))) },
  },
  getErasure: {
    tag: 'postings',
    description: 'The erasure in progress, otherwise the latest one.',
    pathId: pathSource,
    returns: 'The erasure.',
    problems: ['NotFound'],
  },
  previewErasure: {
    tag: 'postings',
    description:
      'Changes nothing. With `matching` it looks at the postings for some seconds, and says whether it saw all of them.',
    pathId: pathSource,
    returns: 'What would be erased.',
  },
};
