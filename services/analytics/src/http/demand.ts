import { demandQuery, rolesQuery, sourcesQuery } from '@skillstream/contracts';
import type { Handlers } from '@skillstream/http';
import type { DemandQueries } from '../queries/demand/queries.ts';
import type { createRoles } from '../queries/demand/roles.ts';
import type { createSources } from '../queries/sources/sources.ts';
import { sendResult } from './send-result.ts';

type Needed = Pick<DemandQueries, 'demand' | 'trend'> & {
  roles: ReturnType<typeof createRoles>;
  sources: ReturnType<typeof createSources>;
};

/** Handlers of demand, its trend, and the roles and sources that postings have. */
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
    listSources: async (req, res) => {
      sendResult(res, await queries.sources(sourcesQuery.parse(req.query)));
    },
  }) satisfies Partial<Handlers<'analytics'>>;
