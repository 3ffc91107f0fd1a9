import type { Descriptions } from './operation.ts';
import { pathId } from './parameters.ts';

const skillId = pathId('The skill’s id in the taxonomy.', 'kubernetes');

/** Skills that occur together, and what they pay. */
export const comparisonDescribed: Descriptions = {
  getPairs: {
    tag: 'questions',
    description:
      'Each skill with its share of the postings that require the given skill, and its `lift`: how many times ' +
      'as often the two occur together as they would if they were independent, with its 95 % interval ' +
      '(`liftLow`, `liftHigh`): where that holds 1 the two may be independent. Views serve whole years without ' +
      'other filters; any other filter is served from the facts, which reads every matching posting. For a ' +
      'posting with more than 60 skills, only the first 60 by name are paired.',
    pathId: skillId,
    returns: 'The skills that occur with it.',
    problems: ['NotFound'],
  },
  getSkillSalary: {
    tag: 'questions',
    description:
      'Yearly pay in US dollars of the postings that state one. Quantiles need at least 20 postings, and each ' +
      'is within 1 % of a stated pay, as are the ends of the 95 % interval of the median. Views serve whole years, for one role or all. A correlation between a ' +
      'skill and higher pay does not mean that the skill is the cause.',
    pathId: skillId,
    returns: 'Pay with and without the skill.',
    problems: ['NotFound', 'Unprocessable'],
  },
  getSalaries: {
    tag: 'questions',
    description:
      'Quantiles of the yearly pay in US dollars for each group with at least 20 stated pays, each within 1 % ' +
      'of a stated pay. Views serve whole years grouped by role.',
    returns: 'The groups, most stated pays first.',
  },
  compare: {
    tag: 'questions',
    description:
      'The share of each skill on both sides, and the difference with its 95 % interval (Newcombe’s): if the ' +
      'interval contains 0, the difference is not significant.',
    returns: 'The skills, largest difference first.',
    problems: ['Unprocessable'],
  },
  compareSkills: {
    tag: 'questions',
    description:
      'Both are shares of the same postings. The pay is that of the postings that require the skill; quantiles ' +
      'need at least 20 postings.',
    returns: 'Both skills, and the months.',
    problems: ['NotFound'],
  },
};
