import {
  roles,
  type DemandResult,
  type DemandQuery,
  type RolesResult,
  type RolesQuery,
} from '@skillstream/contracts';
import { sourceOfAll } from '../answered-from.ts';
import { measure } from './results.ts';

/** Counts the postings of each role, from the same results as demand. */
export const createRoles =
  (demand: (query: DemandQuery) => Promise<DemandResult>) =>
  async ({ via, ...filter }: RolesQuery): Promise<RolesResult> => {
    const all = await demand({ ...filter, via, top: 1 });
    const each: DemandResult[] = [];
    // Sequentially: in parallel they would take the whole capacity for queries on the facts.
    for (const role of roles) each.push(await demand({ ...filter, role, via, top: 1 }));
    const found = roles.map((role, i) => ({ role, ...measure(each[i]!.population, all.population) }));
    return {
      filter,
      population: all.population,
      // The most postings first; ties by name, so that the order is deterministic.
      roles: found
        .filter(({ count }) => count > 0)
        .sort((a, b) => b.count - a.count || (a.role < b.role ? -1 : 1)),
      answeredFrom: sourceOfAll([all, ...each].map(({ answeredFrom }) => answeredFrom)),
    };
  };
