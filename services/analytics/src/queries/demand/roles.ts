import {
  roles,
  type DemandResult,
  type DemandQuery,
  type RolesResult,
  type RolesQuery,
} from '@skillstream/contracts';
import { sourceOfAll } from '../answered-from.ts';
import { measure } from './results.ts';

/** Counts the postings of each role, from the same answers as demand. */
export const createRoles =
  (demand: (query: DemandQuery) => Promise<DemandResult>) =>
  async ({ via, ...filter }: RolesQuery): Promise<RolesResult> => {
    const all = await demand({ ...filter, via, top: 1 });
    const each: DemandResult[] = [];
    // One after the other: asked of the facts at once, they would take all places there are for looking at them.
    for (const role of roles) each.push(await demand({ ...filter, role, via, top: 1 }));
    const found = roles.map((role, i) => ({ role, ...measure(each[i]!.population, all.population) }));
    return {
      filter,
      population: all.population,
      // The most postings first; ties by name, so that an answer is always the same.
      roles: found
        .filter(({ count }) => count > 0)
        .sort((a, b) => b.count - a.count || (a.role < b.role ? -1 : 1)),
      answeredFrom: sourceOfAll([all, ...each].map(({ answeredFrom }) => answeredFrom)),
    };
  };
