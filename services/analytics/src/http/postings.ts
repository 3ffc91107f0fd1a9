import {
  compareQuery,
  compareSkillsQuery,
  pairsQuery,
  salariesQuery,
  salaryQuery,
} from '@skillstream/contracts';
import type { Handlers } from '@skillstream/http';
import type { Queries } from '../queries/create-queries.ts';
import { sendResult } from './send-result.ts';

type Needed = Pick<Queries, 'pairs' | 'salary' | 'salaries' | 'compare' | 'compareSkills'>;

/** Handlers of skill pairs, pay and comparisons. */
export const postingHandlers = (queries: Needed) =>
  ({
    getPairs: async (req, res) => {
      sendResult(res, await queries.pairs(req.params.id, pairsQuery.parse(req.query)));
    },
    getSkillSalary: async (req, res) => {
      sendResult(res, await queries.salary(req.params.id, salaryQuery.parse(req.query)));
    },
    getSalaries: async (req, res) => {
      sendResult(res, await queries.salaries(salariesQuery.parse(req.query)));
    },
    compare: async (req, res) => {
      sendResult(res, await queries.compare(compareQuery.parse(req.query)));
    },
    compareSkills: async (req, res) => {
      sendResult(res, await queries.compareSkills(compareSkillsQuery.parse(req.query)));
    },
  }) satisfies Partial<Handlers<'analytics'>>;
