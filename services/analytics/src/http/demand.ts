import { demandQuery, rolesQuery } from '@skillstream/contracts';
import type { Handlers } from '@skillstream/runtime';
import type { Questions } from '../queries/demand/queries.ts';
import { createRoles } from '../queries/demand/roles.ts';
import { giveAnswer } from './give-result.ts';

/** Demand, and its trend. */
export const questionHandlers = (questions: Questions) =>
  ({
    getDemand: async (req, res) => {
      giveAnswer(res, await questions.demand(demandQuery.parse(req.query)));
    },
    getTrend: async (req, res) => {
      giveAnswer(res, await questions.trend(req.params.id, demandQuery.parse(req.query)));
    },
    getRoles: async (req, res) => {
      giveAnswer(res, await createRoles(questions.demand)(rolesQuery.parse(req.query)));
    },
  }) satisfies Partial<Handlers<'analytics'>>;
