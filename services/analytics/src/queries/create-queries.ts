import type { Stores } from '../stores/stores-of.ts';
import { createAllQuestions } from './all-queries.ts';
import { createCompareSkills } from './compare/compare-skills.ts';
import { createCompare } from './compare/compare.ts';
import { createCountedSkills } from './counted-skills.ts';
import { createRoles } from './demand/roles.ts';
import { createFactLimits } from './fact-limits.ts';
import { createPostingReader } from './postings/posting-reader.ts';
import { createReports } from './report/create-reports.ts';
import type { Report } from './report/schema.ts';
import { createMoments } from './view-snapshots.ts';

export type QueriesDeps = {
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
};

/** Every query, over the views in Redis and the facts in MongoDB. */
export const createQueries = ({ context, reports, maxAgeMs, now }: QueriesDeps) => {
  const { stores, partitions } = context;
  const store = () => context.current()?.stores ?? null;
  const snapshots = createMoments({ store, partitions, now, maxAgeMs });
  const facts = { stores, partitions, limits: createFactLimits() };
  const queries = createAllQuestions(snapshots, facts);
  return {
    ...queries,
    roles: createRoles(queries.demand),
    compare: createCompare(queries.demand),
    compareSkills: createCompareSkills(queries),
    reports: createReports(reports, createPostingReader(facts)),
    /** Whether a posting that counts asks for a skill. */
    isCounted: createCountedSkills(snapshots, facts),
    /** The name of the views that are answered from now; null while they are being built. */
    viewVersion: snapshots.version,
  };
};

export type Queries = ReturnType<typeof createQueries>;
