import type {
  AnsweredFrom,
  PairsAnswer,
  PairsQuery,
  SalariesAnswer,
  SalariesQuery,
  SalaryQuery,
  SkillSalaryAnswer,
} from '@skillstream/contracts';
import { viewsFirst } from '../demand/views-first.ts';
import { pairsOf, type PairCounts } from '../pairs/pair-counts.ts';
import { createPairTally } from '../pairs/pair-tally.ts';
import { createPayByGroup, payAnswerOf, type Pays } from '../pay/pay-by-group.ts';
import { paysOf, type PaysByRole } from '../pay/pays-by-role.ts';
import { quantilesOf } from '../pay/quantiles.ts';
import { addTo, type Sketch } from '../pay/sketch.ts';
import { yearsFor, type Years } from '../views/years.ts';
import type { ReadPostings } from './read-postings.ts';

type Found<T> = { found: T; answeredFrom: AnsweredFrom };

/** What the yearly views hold; null while they are being built. */
export type YearlyViews = {
  pairs: (skillId: string, years: Years) => Promise<Found<PairCounts> | null>;
  pays: (years: Years, skillId?: string) => Promise<Found<PaysByRole> | null>;
};

/** Turns what was found into what an answer is made of. */
const then = async <T, U>(
  finding: Promise<Found<T> | null>,
  make: (found: T) => U,
): Promise<Found<U> | null> => {
  const answer = await finding;
  return answer && { found: make(answer.found), answeredFrom: answer.answeredFrom };
};

/**
 * Pairs and pay: from the yearly views where they hold what is asked for, else by looking at each posting once, through
 * a cursor over the facts. Both make the same counts and sketches, and the rest is one code.
 */
export const createPostingQuestions = (views: YearlyViews, read: ReadPostings) => ({
  /** Which skills stand beside one. */
  pairs: async (skillId: string, { top, via, ...filter }: PairsQuery): Promise<PairsAnswer> => {
    const years = yearsFor(filter);
    const { found, answeredFrom } = await viewsFirst(
      via,
      years && (() => views.pairs(skillId, years)),
      async () => {
        const { counts, add } = createPairTally(skillId);
        return { answeredFrom: await read(filter, add), found: counts };
      },
    );
    return { skillId, filter, ...pairsOf(skillId, found, top), answeredFrom };
  },
  /** What a skill pays. */
  salary: async (skillId: string, { via, ...filter }: SalaryQuery): Promise<SkillSalaryAnswer> => {
    const years = yearsFor(filter, ['role']);
    const { found, answeredFrom } = await viewsFirst<Found<{ all: Sketch; named: Sketch }>>(
      via,
      years &&
        (() =>
          then(views.pays(years, skillId), ({ all, named }) => ({
            all: paysOf(all, filter.role).all,
            named: paysOf(named, filter.role).all,
          }))),
      async () => {
        const { pays, add } = createPayByGroup();
        const answered = await read(filter, ({ skills, salaryUsd }) =>
          add(skills.includes(skillId) ? 'with' : null, salaryUsd),
        );
        return {
          answeredFrom: answered,
          found: { all: pays.all, named: pays.groups.get('with') ?? new Map() },
        };
      },
    );
    const without = addTo(new Map(found.all), found.named, -1);
    return { skillId, filter, with: quantilesOf(found.named), without: quantilesOf(without), answeredFrom };
  },
  /** What roles, countries, levels or places pay. */
  salaries: async ({ by = 'role', via, ...filter }: SalariesQuery): Promise<SalariesAnswer> => {
    const years = by === 'role' ? yearsFor(filter, ['role']) : null;
    const { found, answeredFrom } = await viewsFirst<Found<Pays>>(
      via,
      years && (() => then(views.pays(years), ({ all }) => paysOf(all, filter.role))),
      async () => {
        const { pays, add } = createPayByGroup();
        return {
          answeredFrom: await read(filter, (posting) => add(posting[by], posting.salaryUsd)),
          found: pays,
        };
      },
    );
    return { filter, by, ...payAnswerOf(found), answeredFrom };
  },
});

export type PostingQuestions = ReturnType<typeof createPostingQuestions>;
