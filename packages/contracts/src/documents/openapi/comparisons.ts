import { compareQuery } from '../../compare-api.ts';
import { compareSkillsQuery } from '../../compare-skills-api.ts';
import { pairsQuery } from '../../pairs-api.ts';
import { salariesQuery, salaryQuery } from '../../salary-api.ts';
import { json, partProblems } from './answers.ts';
import { ref } from './components.ts';
import type { Paths } from './operation.ts';
import { pathId, queryParameters } from './parameters.ts';
import { ifNoneMatch, questionAnswers } from './questions.ts';

const skillId = pathId('The skill’s id in the taxonomy.', 'kubernetes');

/** What stands beside what, and what it pays. */
export const comparisonPaths: Paths = {
  '/v1/skills/{id}/pairs': {
    get: {
      operationId: 'getPairs',
      tags: ['questions'],
      summary: 'Tells which skills stand beside one in the same postings',
      description:
        'Each as a share of the postings that ask for the one, and with its `lift`: how many times as often the two ' +
        'stand together as they would if neither knew of the other. Views answer it for whole years of all postings; any other filter is answered ' +
        'from the facts, by looking at every posting that it leaves. Of a posting with more than 60 skills the first ' +
        '60 by name stand beside each other.',
      parameters: [skillId, ...queryParameters(pairsQuery), ifNoneMatch],
      responses: {
        ...questionAnswers('The skills beside it.', json(ref('PairsAnswer'))),
        ...partProblems('NotFound'),
      },
    },
  },
  '/v1/skills/{id}/salary': {
    get: {
      operationId: 'getSkillSalary',
      tags: ['questions'],
      summary: 'Tells what the postings pay that ask for a skill, and those that do not',
      description:
        'Yearly pay in US dollars of the postings that state one. No quantile is given of fewer than 20, and each is ' +
        'within 1 % of a pay that was stated. Views answer for whole years, of one role or all. A skill that stands ' +
        'beside better pay need not be the reason for it.',
      parameters: [skillId, ...queryParameters(salaryQuery), ifNoneMatch],
      responses: {
        ...questionAnswers('Pay with and without.', json(ref('SkillSalaryAnswer'))),
        ...partProblems('NotFound', 'Unprocessable'),
      },
    },
  },
  '/v1/salaries': {
    get: {
      operationId: 'getSalaries',
      tags: ['questions'],
      summary: 'Tells what roles, countries, levels or places pay',
      description:
        'Quantiles of the yearly pay in US dollars, of each group with 20 stated pays at the least, each within 1 % of ' +
        'a pay that was stated. Views answer by role for whole years.',
      parameters: [...queryParameters(salariesQuery), ifNoneMatch],
      responses: {
        ...questionAnswers('The groups, most stated pays first.', json(ref('SalariesAnswer'))),
        ...partProblems(),
      },
    },
  },
  '/v1/compare': {
    get: {
      operationId: 'compare',
      tags: ['questions'],
      summary: 'Puts two roles, countries, workplaces, levels or periods side by side, skill by skill',
      description:
        'The share of each skill on both sides, and the difference with its 95 % interval (Newcombe’s): where that ' +
        'holds 0, the two may as well be the same.',
      parameters: [...queryParameters(compareQuery), ifNoneMatch],
      responses: {
        ...questionAnswers('Skills, the most different first.', json(ref('CompareAnswer'))),
        ...partProblems('Unprocessable'),
      },
    },
  },
  '/v1/compare/skills': {
    get: {
      operationId: 'compareSkills',
      tags: ['questions'],
      summary:
        'Puts two skills side by side: how often they are asked for, month by month, and what they pay',
      description:
        'Both are shares of the same postings. The pay is that of the postings that ask for the skill; no quantile is ' +
        'given of fewer than 20.',
      parameters: [...queryParameters(compareSkillsQuery), ifNoneMatch],
      responses: {
        ...questionAnswers('Both skills, and the months.', json(ref('CompareSkillsAnswer'))),
        ...partProblems('NotFound'),
      },
    },
  },
};
