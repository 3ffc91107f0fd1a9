import { answerOf, json } from './answers.ts';
import { ref } from './components.ts';
import type { Descriptions } from './operation.ts';

/** The resource `retag`. */
export const retagDescribed: Descriptions = {
  beginRetag: {
    tag: 'tagging',
    description:
      'For a new taxonomy or a new model. Postings go through the pipeline once more at the version that they ' +
      'have, page by page, and live ones go first. A run that is under way is joined. There is no way to stop one.',
    answers: {
      200: answerOf('The run that was under way.', json(ref('RetagJob'))),
      202: answerOf('A new run.', json(ref('RetagJob'))),
    },
  },
  getRetag: {
    tag: 'tagging',
    description:
      'Of the run under way, else of the last one: postings looked at so far, and how many there are.',
    answers: 'The run.',
    problems: ['NotFound'],
  },
};
