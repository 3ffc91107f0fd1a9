import {
  compareQuery,
  compareSkillsQuery,
  pairsQuery,
  salariesQuery,
  salaryQuery,
} from '@skillstream/contracts';
import { z } from 'zod';
import { costOfTop } from '../cost.ts';
import type { Fields, Types } from '../create-types.ts';
import { idInPath } from '../in-path.ts';
import { questionField } from '../question-field.ts';
import { compareGiven, compareSkillsGiven, pairsGiven, salariesGiven, skillSalaryGiven } from '../shapes.ts';

const bySkill = z.object({ skillId: idInPath });
type BySkill = z.infer<typeof bySkill>;
const skillPath = ({ skillId }: BySkill) => `/v1/skills/${encodeURIComponent(skillId)}`;

/** `pairs`, `salary`, `salaries`, `compare` and `compareSkills`: what stands beside what, and what it pays. */
export const comparisonFields = (types: Types): Fields => ({
  pairs: questionField(types, {
    description: 'The skills that stand beside one in the same postings, with their lift.',
    inPath: bySkill,
    query: pairsQuery,
    path: (skill) => `${skillPath(skill)}/pairs`,
    answer: pairsGiven,
    cost: costOfTop,
  }),
  salary: questionField(types, {
    description: 'What the postings pay that ask for a skill, and those that do not.',
    inPath: bySkill,
    query: salaryQuery,
    path: (skill) => `${skillPath(skill)}/salary`,
    answer: skillSalaryGiven,
  }),
  salaries: questionField(types, {
    description: 'What roles, countries, levels or places pay.',
    query: salariesQuery,
    path: () => '/v1/salaries',
    answer: salariesGiven,
  }),
  compare: questionField(types, {
    description: 'Two groups of postings side by side, skill by skill, the most different first.',
    query: compareQuery,
    path: () => '/v1/compare',
    answer: compareGiven,
    cost: costOfTop,
  }),
  compareSkills: questionField(types, {
    description: 'Two skills side by side: how often they are asked for, month by month, and what they pay.',
    query: compareSkillsQuery,
    path: () => '/v1/compare/skills',
    answer: compareSkillsGiven,
  }),
});
