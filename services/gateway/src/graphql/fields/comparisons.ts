import { costOfTop } from '../cost.ts';
import type { Fields, Types } from '../create-types.ts';
import { queryField } from '../query-field.ts';
import { compareGiven, compareSkillsGiven, pairsGiven, salariesGiven, skillSalaryGiven } from '../shapes.ts';

/** `pairs`, `salary`, `salaries`, `compare` and `compareSkills`: skills that occur together, and what they pay. */
export const comparisonFields = (types: Types): Fields => ({
  pairs: queryField(types, 'getPairs', {
    description: 'The skills that occur together with one skill, with their lift.',
    idAs: 'skillId',
    response: pairsGiven,
    cost: costOfTop,
  }),
  salary: queryField(types, 'getSkillSalary', {
    description: 'The pay of postings with and without a skill.',
    idAs: 'skillId',
    response: skillSalaryGiven,
  }),
  salaries: queryField(types, 'getSalaries', {
    description: 'Pay by role, country, seniority or workplace.',
    response: salariesGiven,
  }),
  compare: queryField(types, 'compare', {
    description: 'Compares two groups of postings skill by skill, largest difference first.',
    response: compareGiven,
    cost: costOfTop,
  }),
  compareSkills: queryField(types, 'compareSkills', {
    description: 'Compares the demand for two skills by month, and their pay.',
    response: compareSkillsGiven,
  }),
});
