import type {
  PairsResult,
  PairsQuery,
  SalariesResult,
  SalariesQuery,
  SalaryQuery,
  SkillSalaryResult,
} from '@skillstream/contracts';
import { checkShown, shownSkills, type SkillsOf } from '../shown-skills.ts';
import type { Found } from '../found.ts';
import { viewsFirst } from '../views-first.ts';
import { pairsOf, type PairCounts } from '../pairs/pair-counts.ts';
import { createPairCounter } from '../pairs/count-pairs.ts';
import { payResultOf, rankedPays } from '../pay/pay-by-group.ts';
import type { PaysByRole } from '../pay/pays-by-role.ts';
import { quantilesOf } from '../pay/quantiles.ts';
import { addTo, type Sketch } from '../../projections/views/sketch.ts';
import { yearsFor, type Years } from '../years.ts';
import { paysFromFacts, paysFromViews } from '../pay/pays.ts';
import type { ReadPostings } from './read-postings.ts';

/** Readers of the yearly views; each gives null while they are being built. */
type YearlyViews = {
  pairs: (skillId: string, years: Years) => Promise<Found<PairCounts> | null>;
  pays: (years: Years, skillIds: readonly string[]) => Promise<Found<PaysByRole> | null>;
};

type PostingQueriesDeps = { views: YearlyViews; read: ReadPostings; skillsOf: SkillsOf };

/**
 * Creates the queries of pairs and pay: from the yearly views where they cover the query, else in one pass over the
 * facts. Both give the same counts and sketches, and the code that computes results from them is shared.
 */
export const createPostingQueries = ({ views, read, skillsOf }: PostingQueriesDeps) => {
  const paysOf = ({ by = 'role', via, ...filter }: SalariesQuery, skillIds: readonly string[]) => {
    const years = by === 'role' ? yearsFor(filter, ['role']) : null;
    return viewsFirst(via, years && (() => paysFromViews(views.pays(years, skillIds), filter.role)), () =>
      paysFromFacts(read, filter, by, skillIds),
    );
  };
  return {
    /** Which skills occur together with one. */
    pairs: async (skillId: string, { top, via, ...filter }: PairsQuery): Promise<PairsResult> => {
      const isShown = await shownSkills(skillsOf, filter.category);
      const years = yearsFor(filter);
      const { found, answeredFrom } = await viewsFirst(
        via,
        years && (() => views.pairs(skillId, years)),
        async () => {
          const { counts, add } = createPairCounter(skillId);
          return { answeredFrom: await read(filter, add), found: counts };
        },
      );
      return { skillId, filter, ...pairsOf(skillId, found, top, isShown), answeredFrom };
    },
    /** Pay with and without a skill. */
    salary: async (skillId: string, { via, ...filter }: SalaryQuery): Promise<SkillSalaryResult> => {
      await checkShown(skillsOf, skillId, filter.category);
      const { found, answeredFrom } = await paysOf({ ...filter, via }, [skillId]);
      const named: Sketch = found.bySkill.get(skillId) ?? new Map();
      const without = addTo(new Map(found.pays.all), named, -1);
      return { skillId, filter, with: quantilesOf(named), without: quantilesOf(without), answeredFrom };
    },
    /** Pay by role, country, level or workplace, or by the skills of a category. */
    salaries: async ({ by = 'role', via, ...filter }: SalariesQuery): Promise<SalariesResult> => {
      const skillIds = filter.category === undefined ? [] : [...(await skillsOf(filter.category))];
      const { found, answeredFrom } = await paysOf({ ...filter, by, via }, skillIds);
      const skills = rankedPays(found.bySkill).map(({ name: skillId, ...pay }) => ({ skillId, ...pay }));
      return {
        ...{ filter, by, ...payResultOf(found.pays) },
        ...(filter.category === undefined ? {} : { skills }),
        answeredFrom,
      };
    },
  };
};

export type PostingQueries = ReturnType<typeof createPostingQueries>;
