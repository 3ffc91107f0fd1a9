import { demandQuery, rolesQuery } from '@skillstream/contracts';
import type { Handlers } from '@skillstream/http';
import type { DemandQueries } from '../queries/demand/queries.ts';
import type { createRoles } from '../queries/demand/roles.ts';
import { sendResult } from './send-result.ts';

type Needed = Pick<DemandQueries, 'demand' | 'trend'> & { roles: ReturnType<typeof createRoles> };

/** Handlers of demand, its trend, and the roles that postings have. */
export const demandHandlers = (queries: Needed) =>
  ({
    getDemand: async (req, res) => {
      sendResult(res, await queries.demand(demandQuery.parse(req.query)));
    },
    getTrend: async (req, res) => {
      sendResult(res, await queries.trend(req.params.id, demandQuery.parse(req.query)));
    },
    getRoles: async (req, res) => {
      sendResult(res, await queries.roles(rolesQuery.parse(req.query)));
    },
  }) satisfies Partial<Handlers<'analytics'>>;
