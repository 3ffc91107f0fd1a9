import type { AnsweredFrom, CountUnit, DemandFilter, DemandQuery } from '@skillstream/contracts';
import { sliceFor } from '../../projections/views/slices.ts';
import {
  demandResultOf,
  trendResultOf,
  withoutZeros,
  type DemandOfBoth,
  type TrendOfBoth,
} from './results.ts';
import { viewsFirst } from '../views-first.ts';
import { checkShown, shownSkills, type SkillsOf } from '../shown-skills.ts';
import type { CountPostings } from '../postings/count-postings.ts';
import { createDemandCounter } from './count-demand.ts';
import { addCounts, emptyCounts, type Counts } from './counts.ts';

/** Counts by month for a query, and the read model that they come from. */
export type MonthlyCounts = { months: Map<string, Counts>; answeredFrom: AnsweredFrom };

export type ReadModels = {
  /** null while the views are being built. */
  views: (
    slice: string,
    filter: Pick<DemandFilter, 'origin' | 'from' | 'to'>,
  ) => Promise<MonthlyCounts | null>;
  countPostings: CountPostings;
  skillsOf: SkillsOf;
};

/** Reads the views where the slice is materialized and built, else the facts: slower, with the same numbers. */
export const createDemandQueries = ({ views, countPostings, skillsOf }: ReadModels) => {
  const facts = async (filter: DemandFilter): Promise<MonthlyCounts> => {
    const { found, answeredFrom } = await countPostings('demand', filter, createDemandCounter);
    return { months: found, answeredFrom };
  };
  const read = async (filter: DemandFilter, via: DemandQuery['via']): Promise<MonthlyCounts> => {
    const slice = sliceFor(filter);
    return viewsFirst(via, slice === null ? null : () => views(slice, filter), () => facts(filter));
  };
  const demandOfAll = async ({
    top,
    via,
    count = 'postings',
    ...filter
  }: DemandQuery): Promise<DemandOfBoth> => {
    const { months, answeredFrom } = await read(filter, via);
    const counts = emptyCounts();
    for (const month of months.values()) addCounts(counts, month);
    const isShown = await shownSkills(skillsOf, filter.category);
    return demandResultOf(filter, counts, answeredFrom, { unit: count, top, isShown });
  };
  return {
    demand: async (query: DemandQuery): Promise<DemandOfBoth> => withoutZeros(await demandOfAll(query)),
    /** The same, also with the skills that only duplicates name: jobs of 0, for whoever looks up both counts. */
    demandOfAll,
    trend: async (skillId: string, query: DemandQuery): Promise<TrendOfBoth> => {
      const { via, top: _, count = 'postings', ...filter } = query;
      await checkShown(skillsOf, skillId, filter.category);
      const { months, answeredFrom } = await read(filter, via);
      return trendResultOf(skillId, filter, months, answeredFrom, count);
    },
    /** Several skills month by month, all from one snapshot. */
    trends: async (
      skillIds: readonly string[],
      filter: DemandFilter,
      via: DemandQuery['via'],
      unit: CountUnit,
    ): Promise<TrendOfBoth[]> => {
      const { months, answeredFrom } = await read(filter, via);
      return skillIds.map((skillId) => trendResultOf(skillId, filter, months, answeredFrom, unit));
    },
  };
};

export type DemandQueries = ReturnType<typeof createDemandQueries>;
