import { json, responseOf } from './responses.ts';
import { ref } from './components.ts';
import type { Descriptions } from './operation.ts';
import { pathSource } from './parameters.ts';

const matching = (more: Record<string, { summary: string; value: object }> = {}) => ({
  description:
    'As JSON in UTF-8 without duplicate keys, at most 4 kB. The text may have 3 to 200 characters.',
  examples: { person: { summary: 'A person', value: { matching: 'Jane Doe' } }, ...more },
});

/** The erasure of a source. */
export const erasureDescribed: Descriptions = {
  erasePostings: {
    tag: 'postings',
    description:
      'Each posting of the source is retracted, and what was stored of its text removed: from the store, from the ' +
      'log by a tombstone, and its dead letters. It is done in the background, and cannot be cancelled. Asked for ' +
      'again while it runs, another one follows, for what came meanwhile; `next` is its id. A posting that is sent again afterwards ' +
      'is stored again.',
    pathId: pathSource,
    returns: { 202: responseOf('The erasure: a new one, or the one in progress.', json(ref('Erasure'))) },
  },
  eraseMatching: {
    tag: 'postings',
    description:
      'As `DELETE /v1/sources/{name}/postings`, of those postings alone that hold a text, in any case. The text is ' +
      'in the body, for addresses are logged on their way, and in no answer or log of the platform.',
    pathId: pathSource,
    body: matching(),
    returns: { 202: responseOf('The erasure: a new one, or the one in progress.', json(ref('Erasure'))) },
    problems: ['TooSlow', 'TooLarge', 'UnsupportedMediaType'],
  },
  getErasure: {
    tag: 'postings',
    description:
      'The erasure in progress, otherwise the latest one; with `id` that one, whose figures are its own.',
    pathId: pathSource,
    returns: 'The erasure.',
    problems: ['NotFound'],
  },
  previewErasure: {
    tag: 'postings',
    description:
      'Changes nothing. With `matching` it looks at the postings for some seconds, and says whether it saw all of them.',
    pathId: pathSource,
    body: matching({ all: { summary: 'All postings of the source', value: {} } }),
    returns: 'What would be erased.',
    problems: ['TooSlow', 'TooLarge', 'UnsupportedMediaType'],
  },
};
