import {
  roles,
  type AnsweredFrom,
  type BothCounts,
  type DemandFilter,
  type RolesResult,
  type RolesQuery,
} from '@skillstream/contracts';
import { sliceFor } from '../../projections/views/slices.ts';
import { sourceOfAll } from '../answered-from.ts';
import { addBoth, addPosting, atMost, countsAt, noCounts } from '../both-counts.ts';
import type { CountPostings } from '../postings/count-postings.ts';
import { viewsFirst } from '../views-first.ts';
import type { MonthlyCounts, ReadModels } from './queries.ts';
import { measureBoth } from './results.ts';

/** The postings of all roles and of each. */
type ByRole = { total: BothCounts; each: Map<string, BothCounts>; answeredFrom: AnsweredFrom };

const populationIn = ({ months }: MonthlyCounts): BothCounts => {
  const sum = noCounts();
  for (const { population } of months.values()) addBoth(sum, population);
  return sum;
};

const rolesInViews = async (views: ReadModels['views'], filter: DemandFilter): Promise<ByRole | null> => {
  const read = (narrowed: DemandFilter) => views(sliceFor(narrowed)!, narrowed);
  const [all, ...each] = await Promise.all([
    read(filter),
    ...roles.map(async (role) => {
      const found = await read({ ...filter, role });
      return found && { role, counts: populationIn(found), answeredFrom: found.answeredFrom };
    }),
  ]);
  if (!all || !each.every((one) => one !== null)) return null;
  const total = populationIn(all);
  return {
    total,
    // One is read after the other: no share may be above 1.
    each: new Map(each.map(({ role, counts }) => [role, atMost(counts, total)])),
    answeredFrom: sourceOfAll([all, ...each].map(({ answeredFrom }) => answeredFrom)),
  };
};

const rolesInFacts = async (countPostings: CountPostings, filter: DemandFilter): Promise<ByRole> => {
  const { found, answeredFrom } = await countPostings('roles', filter, () => {
    const [total, each] = [noCounts(), new Map<string, BothCounts>()];
    return {
      add: ({ role, duplicate }) => {
        addPosting(total, duplicate);
        addPosting(countsAt(each, role), duplicate);
      },
      counted: () => ({ total, each }),
    };
  });
  return { ...found, answeredFrom };
};

/** Counts the postings or jobs of each role: from the views of each, else in one reading of the facts. */
export const createRoles =
  ({ views, countPostings }: Pick<ReadModels, 'views' | 'countPostings'>) =>
  async ({ via, count: unit = 'postings', ...filter }: RolesQuery): Promise<RolesResult> => {
    const isInViews = [filter, { ...filter, role: roles[0] }].every((one) => sliceFor(one) !== null);
    const { total, each, answeredFrom } = await viewsFirst(
      via,
      isInViews ? () => rolesInViews(views, filter) : null,
      () => rolesInFacts(countPostings, filter),
    );
    return {
      filter,
      counted: unit,
      population: total[unit],
      ...total,
      // The most first; ties by name, so that the order is deterministic.
      roles: roles
        .map((role) => ({ role, ...measureBoth(each.get(role) ?? noCounts(), total, unit) }))
        .filter(({ count }) => count > 0)
        .sort((a, b) => b.count - a.count || (a.role < b.role ? -1 : 1)),
      answeredFrom,
    };
  };
