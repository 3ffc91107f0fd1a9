import type { Descriptions } from './operation.ts';
import { pathId } from './parameters.ts';

/** The skills of the taxonomy. */
export const skillDescribed: Descriptions = {
  listSkills: {
    tag: 'questions',
    description:
      'In the order of their ids, with cursor pagination: send `next` as `cursor` until it is null. Pages stay ' +
      'consistent if the taxonomy changes between two requests.',
    returns: 'A page of skills.',
  },
  getSkill: {
    tag: 'questions',
    description: 'Its label, its category, the names by which it is found, and the skills that include it.',
    pathId: pathId('The skill’s id.', 'kubernetes'),
    returns: 'The skill.',
    problems: ['NotFound'],
  },
};
