import { MOST_SKILLS_COUNTED, type Tag, type TaggedTopicEvent } from '@skillstream/contracts';
import { countedMonth } from './counted-month.ts';
import { usdPerYear } from './usd-per-year.ts';

/** What one version of a posting adds to every count; a retracted one adds nothing. */
export type Contribution =
  | { retracted: true; source: string; version: number }
  | {
      retracted: false;
      source: string;
      version: number;
      /** Whether another posting of the same job is counted where distinct jobs are: it is not its job's primary. */
      duplicate: boolean;
      /** YYYY-MM of the day it was posted; null when that is implausible: it then counts only in the ledger. */
      month: string | null;
      role: string;
      country: string | null;
      seniority: string;
      workplace: string;
      salaryUsd: number | null;
      organization: string | null;
      /** Sorted and distinct; at most `MOST_SKILLS_COUNTED`. */
      skills: string[];
      /** The category of each skill, in the order of `skills`. */
      skillCategories: string[];
      /** Sorted and distinct. */
      categories: string[];
    };

// The first in the text; records of an old log may list tags in another order.
const categoriesOf = (tags: readonly Tag[]): Map<string, string> => {
  const categories = new Map<string, string>();
  for (const { skillId, category } of tags)
    if (categories.has(skillId) || categories.size < MOST_SKILLS_COUNTED) categories.set(skillId, category);
  return categories;
};

/**
 * Maps an event to its contribution, for both projections. Pure. Every event that decodes has a contribution, so after
 * this step only retryable errors are left.
 */
export const contributionOf = (event: TaggedTopicEvent): Contribution => {
  if (event.type === 'posting.retracted') {
    return { retracted: true, source: event.data.source, version: event.data.version };
  }
  const { data } = event;
  const categoryOf = categoriesOf(data.tags);
  const skills = [...categoryOf.keys()].sort();
  return {
    retracted: false,
    source: data.source,
    version: data.version,
    // Alone in its job it says nothing, and neither does what an earlier release wrote.
    duplicate: data.primary === false,
    month: countedMonth(data.datePosted, data.receivedAt),
    role: data.role,
    country: data.location.country,
    seniority: data.seniority,
    workplace: data.workplace,
    salaryUsd: usdPerYear(data.salary),
    organization: data.organization,
    skills,
    skillCategories: skills.map((skillId) => categoryOf.get(skillId)!),
    categories: [...new Set(categoryOf.values())].sort(),
  };
};
