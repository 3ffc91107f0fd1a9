import {
  compareQuery,
  compareSkillsQuery,
  pairsQuery,
  salariesQuery,
  salaryQuery,
} from '@skillstream/contracts';
import type { Handlers } from '@skillstream/runtime';
import type { PostingQuestions } from '../queries/postings/queries.ts';
import type { createCompare } from '../queries/compare/compare.ts';
import type { createCompareSkills } from '../queries/compare/compare-skills.ts';
import { giveAnswer } from './give-result.ts';

export type ComparisonDeps = {
  questions: PostingQuestions;
  compare: ReturnType<typeof createCompare>;
  compareSkills: ReturnType<typeof createCompareSkills>;
};

/** What stands beside what, and what it pays. */
export const comparisonHandlers = ({ questions, compare, compareSkills }: ComparisonDeps) =>
  ({
    getPairs: async (req, res) => {
      giveAnswer(res, await questions.pairs(req.params.id, pairsQuery.parse(req.query)));
    },
    getSkillSalary: async (req, res) => {
      giveAnswer(res, await questions.salary(req.params.id, salaryQuery.parse(req.query)));
    },
    getSalaries: async (req, res) => {
      giveAnswer(res, await questions.salaries(salariesQuery.parse(req.query)));
    },
    compare: async (req, res) => {
      giveAnswer(res, await compare(compareQuery.parse(req.query)));
    },
    compareSkills: async (req, res) => {
      giveAnswer(res, await compareSkills(compareSkillsQuery.parse(req.query)));
    },
  }) satisfies Partial<Handlers<'analytics'>>;
