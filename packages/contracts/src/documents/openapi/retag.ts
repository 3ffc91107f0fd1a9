import { responseOf, json } from './responses.ts';
import { ref } from './components.ts';
import type { Descriptions } from './operation.ts';

/** The resource `retag`. */
export const retagDescribed: Descriptions = {
  beginRetag: {
    tag: 'tagging',
    description:
      'For a new taxonomy or a new model. Postings go through the pipeline once more at the version that they ' +
      'have, page by page, and live ones go first. A run that is under way is joined. There is no way to stop one.',
    returns: {
      200: responseOf('The run that was under way.', json(ref('RetagJob'))),
      202: responseOf('A new run.', json(ref('RetagJob'))),
    },
  },
  getRetag: {
    tag: 'tagging',
    description:
      'Of the run under way, else of the last one: postings looked at so far, and how many there are.',
    returns: 'The run.',
    problems: ['NotFound'],
  },
};
