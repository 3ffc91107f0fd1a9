import type { Descriptions } from './operation.ts';
import { pathId } from './parameters.ts';

/** The skills of the taxonomy. */
export const skillDescribed: Descriptions = {
  listSkills: {
    tag: 'questions',
    description:
      'In the order of their ids, a page at a time: send `next` as `cursor` until it is null. A page stays right ' +
      'where the taxonomy changes between two.',
    returns: 'A page of skills.',
  },
  getSkill: {
    tag: 'questions',
    description: 'Its label, its category, the names that it is found by, and the skills that include it.',
    pathId: pathId('The skill’s id.', 'kubernetes'),
    returns: 'The skill.',
    problems: ['NotFound'],
  },
};
