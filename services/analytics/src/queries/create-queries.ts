import type { Stores } from '../stores/stores-of.ts';
import { createCategoryReader } from './category-reader.ts';
import { createCompareSkills } from './compare/compare-skills.ts';
import { createCompare } from './compare/compare.ts';
import { createCountedSkills } from './counted-skills.ts';
import { createDemandQueries } from './demand/queries.ts';
import { createRoles } from './demand/roles.ts';
import { createViewReader } from './demand/view-reader.ts';
import { createFactAnswers } from './fact-answers.ts';
import { createFactLimits, type FactLimits } from './fact-limits.ts';
import { createAboutOneOrigin } from './origin/about-one-origin.ts';
import { hasOwnInFacts, hasOwnInViews } from './origin/own-sources.ts';
import { createPairViewReader } from './pairs/view-reader.ts';
import { createPayViewReader } from './pay/view-reader.ts';
import { createPostingCounts } from './postings/posting-counts.ts';
import { createPostingQueries } from './postings/queries.ts';
import { createReports } from './report/create-reports.ts';
import type { Report } from './report/schema.ts';
import { createSourceFactReader } from './sources/fact-reader.ts';
import { createSources } from './sources/sources.ts';
import { createSourceViewReader } from './sources/view-reader.ts';
import { createViewSnapshots } from './view-snapshots.ts';
import type { Answered } from './views-first.ts';

type QueriesDeps = {
  /** The read models of the generation in use. */
  context: {
    current: () => { stores: Stores } | null;
    stores: () => Promise<Stores>;
    partitions: () => Promise<number>;
  };
  reports: readonly Report[];
  /** How old, in milliseconds, the merged copy of the views in memory may be. */
  maxAgeMs: number;
  now: () => number;
  /** Bounds of questions on the facts; the usual ones where left out. */
  limits?: FactLimits;
};

/** Creates every query, over the views in Redis and the facts in MongoDB. */
export const createQueries = ({
  context,
  reports,
  maxAgeMs,
  now,
  limits = createFactLimits(),
}: QueriesDeps) => {
  const { stores, partitions } = context;
  const store = () => context.current()?.stores ?? null;
  const snapshots = createViewSnapshots({ store, partitions, now, maxAgeMs });
  const facts = createFactAnswers({ stores, partitions, limits, now: () => performance.now() });
  const patiently =
    <Args extends unknown[], A>(run: (...args: Args) => Promise<A>) =>
    (...args: Args): Promise<A> =>
      limits.patiently(() => run(...args));
  const skillsOf = createCategoryReader(snapshots);
  const countPostings = createPostingCounts(facts);
  const views = createViewReader(snapshots).read;
  const demand = createDemandQueries({ views, countPostings, skillsOf });
  const postings = createPostingQueries({
    views: { pairs: createPairViewReader(snapshots), pays: createPayViewReader(snapshots) },
    ...{ countPostings, skillsOf },
  });
  const sourcesInViews = createSourceViewReader(snapshots);
  const aboutOneOrigin = createAboutOneOrigin({
    views: hasOwnInViews(sourcesInViews),
    facts: hasOwnInFacts(facts),
  });
  const ofSkill =
    <Q extends Parameters<typeof postings.pairs>[1], A extends Answered>(
      run: (skillId: string, query: Q) => Promise<A>,
    ) =>
    (skillId: string, query: Q): Promise<A> =>
      aboutOneOrigin((settled: Q) => run(skillId, settled))(query);
  const { list, result } = createReports(reports, countPostings, aboutOneOrigin);
  return {
    demand: patiently(aboutOneOrigin(demand.demand)),
    trend: patiently(ofSkill(demand.trend)),
    pairs: patiently(ofSkill(postings.pairs)),
    salary: patiently(ofSkill(postings.salary)),
    salaries: patiently(aboutOneOrigin(postings.salaries)),
    roles: patiently(aboutOneOrigin(createRoles({ views, countPostings }))),
    compare: patiently(aboutOneOrigin(createCompare(demand.demandOfAll))),
    compareSkills: patiently(aboutOneOrigin(createCompareSkills({ ...demand, ...postings }))),
    reports: { list, result: patiently(result) },
    sources: patiently(createSources({ views: sourcesInViews, facts: createSourceFactReader(facts) })),
    /** Whether any counted posting asks for a skill. */
    isCounted: patiently(createCountedSkills(snapshots, facts)),
    /** The version of the views that queries read now; null while they are being built. */
    viewVersion: snapshots.version,
  };
};

export type Queries = ReturnType<typeof createQueries>;
