import { responseOf, json } from './responses.ts';
import { ref } from './components.ts';
import type { Descriptions } from './operation.ts';

/** The resource `retag`. */
export const retagDescribed: Descriptions = {
  beginRetag: {
    tag: 'tagging',
    description:
      'For a new taxonomy or a new model. Postings pass through the pipeline again at their current version, ' +
      'page by page; live postings have priority. If a run is in progress, it is returned. A run cannot be ' +
      'cancelled.',
    returns: {
      200: responseOf('The run in progress.', json(ref('RetagJob'))),
      202: responseOf('A new run.', json(ref('RetagJob'))),
    },
  },
  getRetag: {
    tag: 'tagging',
    description:
      'The run in progress, otherwise the latest one: the number of postings processed so far, and the total.',
    returns: 'The run.',
    problems: ['NotFound'],
  },
};
