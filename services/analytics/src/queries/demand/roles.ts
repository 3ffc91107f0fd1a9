import { roles, type DemandQuery, type RolesResult, type RolesQuery } from '@skillstream/contracts';
import { sourceOfAll } from '../answered-from.ts';
import { atMost } from '../both-counts.ts';
import { measureBoth, type DemandOfBoth } from './results.ts';

const totalOf = ({ postings, jobs }: DemandOfBoth) => ({ postings, jobs });

/** Counts the postings or jobs of each role, from the same results as demand. */
export const createRoles =
  (demand: (query: DemandQuery) => Promise<DemandOfBoth>) =>
  async ({ via, count: unit = 'postings', ...filter }: RolesQuery): Promise<RolesResult> => {
    const all = await demand({ ...filter, via, count: unit, top: 1 });
    const each: DemandOfBoth[] = [];
    // Sequentially: in parallel they would take the whole capacity for queries on the facts.
    for (const role of roles) each.push(await demand({ ...filter, role, via, count: unit, top: 1 }));
    const total = totalOf(all);
    const found = roles.map((role, i) => ({
      role,
      ...measureBoth(atMost(totalOf(each[i]!), total), total, unit),
    }));
    return {
      filter,
      counted: unit,
      population: all.population,
      ...total,
      // The most first; ties by name, so that the order is deterministic.
      roles: found
        .filter(({ count }) => count > 0)
        .sort((a, b) => b.count - a.count || (a.role < b.role ? -1 : 1)),
      answeredFrom: sourceOfAll([all, ...each].map(({ answeredFrom }) => answeredFrom)),
    };
  };
