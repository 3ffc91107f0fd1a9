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
import { addSketches, noSketches, payOfBoth } from '../pay/both-sketches.ts';
import { yearsFor, type Years } from '../years.ts';
import { paysFromFacts, paysFromViews } from '../pay/pays.ts';
import type { CountPostings } from './count-postings.ts';

/** Readers of the yearly views; each gives null while they are being built. */
type YearlyViews = {
  pairs: (skillId: string, years: Years) => Promise<Found<PairCounts> | null>;
  pays: (years: Years, skillIds: readonly string[]) => Promise<Found<PaysByRole> | null>;
};

type PostingQueriesDeps = { views: YearlyViews; countPostings: CountPostings; skillsOf: SkillsOf };

/**
 * Creates the queries of pairs and pay: from the yearly views where they cover the query, else in one pass over the
 * facts. Both give the same counts and sketches, and the code that computes results from them is shared.
 */
export const createPostingQueries = ({ views, countPostings, skillsOf }: PostingQueriesDeps) => {
  const paysOf = ({ by = 'role', via, count: _, ...filter }: SalariesQuery, skillIds: readonly string[]) => {
    const years = by === 'role' ? yearsFor(filter, ['role']) : null;
    return viewsFirst(via, years && (() => paysFromViews(views.pays(years, skillIds), filter.role)), () =>
      paysFromFacts(countPostings, filter, by, skillIds),
    );
  };
  return {
    /** Which skills occur together with one. */
    pairs: async (skillId: string, query: PairsQuery): Promise<PairsResult> => {
      const { top, via, count = 'postings', ...filter } = query;
      const isShown = await shownSkills(skillsOf, filter.category);
      const years = yearsFor(filter);
      const { found, answeredFrom } = await viewsFirst(
        via,
        years && (() => views.pairs(skillId, years)),
        () => countPostings(`pairs ${JSON.stringify(skillId)}`, filter, () => createPairCounter(skillId)),
      );
      return { skillId, filter, ...pairsOf(skillId, found, { unit: count, top, isShown }), answeredFrom };
    },
    /** Pay with and without a skill. */
    salary: async (skillId: string, query: SalaryQuery): Promise<SkillSalaryResult> => {
      const { via, count = 'postings', ...filter } = query;
      await checkShown(skillsOf, skillId, filter.category);
      const { found, answeredFrom } = await paysOf({ ...filter, via }, [skillId]);
      const named = found.bySkill.get(skillId) ?? noSketches();
      const without = addSketches(addSketches(noSketches(), found.pays.all), named, -1);
      const [those, others] = [payOfBoth(named, count), payOfBoth(without, count)];
      return { skillId, filter, counted: count, with: those, without: others, answeredFrom };
    },
    /** Pay by role, country, level or workplace, or by the skills of a category. */
    salaries: async (query: SalariesQuery): Promise<SalariesResult> => {
      const { by = 'role', via, count = 'postings', ...filter } = query;
      const skillIds = filter.category === undefined ? [] : [...(await skillsOf(filter.category))];
      const { found, answeredFrom } = await paysOf({ ...filter, by, via }, skillIds);
      const skills = rankedPays(found.bySkill, count).map(({ name, ...pay }) => ({ skillId: name, ...pay }));
      return {
        ...{ filter, by, ...payResultOf(found.pays, count) },
        ...(filter.category === undefined ? {} : { skills }),
        answeredFrom,
      };
    },
  };
};

export type PostingQueries = ReturnType<typeof createPostingQueries>;
