import type {
  AnsweredFrom,
  DemandResult,
  DemandFilter,
  DemandQuery,
  TrendResult,
} from '@skillstream/contracts';
import { sliceFor } from '../../projections/views/slices.ts';
import { demandResultOf, trendResultOf } from './results.ts';
import { viewsFirst } from '../views-first.ts';
import { checkShown, shownSkills, type SkillsOf } from '../shown-skills.ts';
import { addCounts, emptyCounts, type Counts } from './counts.ts';

/** Counts by month for a query, and the read model that they come from. */
export type MonthlyCounts = { months: Map<string, Counts>; answeredFrom: AnsweredFrom };

type ReadModels = {
  /** null while the views are being built. */
  views: (
    slice: string,
    filter: Pick<DemandFilter, 'origin' | 'from' | 'to'>,
  ) => Promise<MonthlyCounts | null>;
  facts: (filter: DemandFilter) => Promise<MonthlyCounts>;
  skillsOf: SkillsOf;
};

/** Reads the views where the slice is materialized and built, else the facts: slower, with the same numbers. */
export const createDemandQueries = ({ views, facts, skillsOf }: ReadModels) => {
  const read = async (filter: DemandFilter, via: DemandQuery['via']): Promise<MonthlyCounts> => {
    const slice = sliceFor(filter);
    return viewsFirst(via, slice === null ? null : () => views(slice, filter), () => facts(filter));
  };
  return {
    demand: async ({ top, via, ...filter }: DemandQuery): Promise<DemandResult> => {
      const { months, answeredFrom } = await read(filter, via);
      const counts = emptyCounts();
      for (const month of months.values()) addCounts(counts, month);
      const isShown = await shownSkills(skillsOf, filter.category);
      return demandResultOf(filter, counts, top, answeredFrom, isShown);
    },
    trend: async (skillId: string, { via, top: _, ...filter }: DemandQuery): Promise<TrendResult> => {
      await checkShown(skillsOf, skillId, filter.category);
      const { months, answeredFrom } = await read(filter, via);
      return trendResultOf(skillId, filter, months, answeredFrom);
    },
    /** Several skills month by month, all from one snapshot. */
    trends: async (
      skillIds: readonly string[],
      filter: DemandFilter,
      via: DemandQuery['via'],
    ): Promise<TrendResult[]> => {
      const { months, answeredFrom } = await read(filter, via);
      return skillIds.map((skillId) => trendResultOf(skillId, filter, months, answeredFrom));
    },
  };
};

export type DemandQueries = ReturnType<typeof createDemandQueries>;
