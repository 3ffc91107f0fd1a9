import { costOfTop } from '../cost.ts';
import type { Fields, Types } from '../create-types.ts';
import { queryField } from '../query-field.ts';
import { compareGiven, compareSkillsGiven, pairsGiven, salariesGiven, skillSalaryGiven } from '../shapes.ts';

/** `pairs`, `salary`, `salaries`, `compare` and `compareSkills`: skills that occur together, and what they pay. */
export const comparisonFields = (types: Types): Fields => ({
  pairs: queryField(types, 'getPairs', {
    description: 'The skills that stand beside one in the same postings, with their lift.',
    idAs: 'skillId',
    response: pairsGiven,
    cost: costOfTop,
  }),
  salary: queryField(types, 'getSkillSalary', {
    description: 'What the postings pay that ask for a skill, and those that do not.',
    idAs: 'skillId',
    response: skillSalaryGiven,
  }),
  salaries: queryField(types, 'getSalaries', {
    description: 'What roles, countries, levels or places pay.',
    response: salariesGiven,
  }),
  compare: queryField(types, 'compare', {
    description: 'Two groups of postings side by side, skill by skill, the most different first.',
    response: compareGiven,
    cost: costOfTop,
  }),
  compareSkills: queryField(types, 'compareSkills', {
    description: 'Two skills side by side: how often they are asked for, month by month, and what they pay.',
    response: compareSkillsGiven,
  }),
});
