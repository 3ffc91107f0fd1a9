import type { Descriptions } from './operation.ts';
import { pathId } from './parameters.ts';

const skillId = pathId('The skill’s id in the taxonomy.', 'kubernetes');

/** What stands beside what, and what it pays. */
export const comparisonDescribed: Descriptions = {
  getPairs: {
    tag: 'questions',
    description:
      'Each as a share of the postings that ask for the one, and with its `lift`: how many times as often the two ' +
      'stand together as they would if neither knew of the other. Views answer it for whole years of all postings; any other filter is answered ' +
      'from the facts, by looking at every posting that it leaves. Of a posting with more than 60 skills the first ' +
      '60 by name stand beside each other.',
    pathId: skillId,
    returns: 'The skills beside it.',
    problems: ['NotFound'],
  },
  getSkillSalary: {
    tag: 'questions',
    description:
      'Yearly pay in US dollars of the postings that state one. No quantile is given of fewer than 20, and each is ' +
      'within 1 % of a pay that was stated. Views answer for whole years, of one role or all. A skill that stands ' +
      'beside better pay need not be the reason for it.',
    pathId: skillId,
    returns: 'Pay with and without.',
    problems: ['NotFound', 'Unprocessable'],
  },
  getSalaries: {
    tag: 'questions',
    description:
      'Quantiles of the yearly pay in US dollars, of each group with 20 stated pays at the least, each within 1 % of ' +
      'a pay that was stated. Views answer by role for whole years.',
    returns: 'The groups, most stated pays first.',
  },
  compare: {
    tag: 'questions',
    description:
      'The share of each skill on both sides, and the difference with its 95 % interval (Newcombe’s): where that ' +
      'holds 0, the two may as well be the same.',
    returns: 'Skills, the most different first.',
    problems: ['Unprocessable'],
  },
  compareSkills: {
    tag: 'questions',
    description:
      'Both are shares of the same postings. The pay is that of the postings that ask for the skill; no quantile is ' +
      'given of fewer than 20.',
    returns: 'Both skills, and the months.',
    problems: ['NotFound'],
  },
};
