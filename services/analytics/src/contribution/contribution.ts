import type { TaggedTopicEvent } from '@skillstream/contracts';
import { usdPerYear } from './usd-per-year.ts';

/** What one posting, at one version, adds to every count; a retracted one adds nothing. */
export type Contribution =
  | { retracted: true; source: string; version: number }
  | {
      retracted: false;
      source: string;
      version: number;
      /** YYYY-MM of the day it was posted. */
      month: string;
      role: string;
      country: string | null;
      seniority: string;
      workplace: string;
      salaryUsd: number | null;
      organization: string | null;
      /** Sorted, each once. */
      skills: string[];
      /** The category of each of the skills, in their order. */
      skillCategories: string[];
      /** Sorted, each once. */
      categories: string[];
    };

const distinct = (values: string[]): string[] => [...new Set(values)].sort();

/**
 * The pure step event → contribution that both projections share; what decodes always has one, so after this step
 * only retryable errors are left.
 */
export const contributionOf = (event: TaggedTopicEvent): Contribution => {
  if (event.type === 'posting.retracted') {
    return { retracted: true, source: event.data.source, version: event.data.version };
  }
  const { data } = event;
  const categoryOf = new Map(data.tags.map(({ skillId, category }) => [skillId, category]));
  const skills = [...categoryOf.keys()].sort();
  return {
    retracted: false,
    source: data.source,
    version: data.version,
    month: data.datePosted.slice(0, 7),
    role: data.role,
    country: data.location.country,
    seniority: data.seniority,
    workplace: data.workplace,
    salaryUsd: usdPerYear(data.salary),
    organization: data.organization,
    skills,
    skillCategories: skills.map((skillId) => categoryOf.get(skillId)!),
    categories: distinct(data.tags.map((tag) => tag.category)),
  };
};
