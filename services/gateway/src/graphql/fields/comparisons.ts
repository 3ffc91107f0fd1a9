import { costOfTop } from '../cost.ts';
import type { Fields, Types } from '../create-types.ts';
import { questionField } from '../query-field.ts';
import { compareGiven, compareSkillsGiven, pairsGiven, salariesGiven, skillSalaryGiven } from '../shapes.ts';

/** `pairs`, `salary`, `salaries`, `compare` and `compareSkills`: what stands beside what, and what it pays. */
export const comparisonFields = (types: Types): Fields => ({
  pairs: questionField(types, 'getPairs', {
    description: 'The skills that stand beside one in the same postings, with their lift.',
    idAs: 'skillId',
    answer: pairsGiven,
    cost: costOfTop,
  }),
  salary: questionField(types, 'getSkillSalary', {
    description: 'What the postings pay that ask for a skill, and those that do not.',
    idAs: 'skillId',
    answer: skillSalaryGiven,
  }),
  salaries: questionField(types, 'getSalaries', {
    description: 'What roles, countries, levels or places pay.',
    answer: salariesGiven,
  }),
  compare: questionField(types, 'compare', {
    description: 'Two groups of postings side by side, skill by skill, the most different first.',
    answer: compareGiven,
    cost: costOfTop,
  }),
  compareSkills: questionField(types, 'compareSkills', {
    description: 'Two skills side by side: how often they are asked for, month by month, and what they pay.',
    answer: compareSkillsGiven,
  }),
});
