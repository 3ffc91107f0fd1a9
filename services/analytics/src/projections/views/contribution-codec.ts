import type { Contribution } from '../../contribution/contribution.ts';

/** What the views count of a contribution; stored beside the counts so that it can be subtracted again. */
export type Counted = Pick<Contribution, 'source' | 'version'> &
  (
    | { retracted: true }
    | Pick<
        Extract<Contribution, { retracted: false }>,
        | 'retracted'
        | 'duplicate'
        | 'month'
        | 'role'
        | 'country'
        | 'seniority'
        | 'workplace'
        | 'salaryUsd'
        | 'skills'
        | 'skillCategories'
        | 'categories'
      >
  );

/** Encodes a contribution as the text that `state` holds for its posting. */
export const encodeContribution = (c: Counted): string =>
  c.retracted
    ? JSON.stringify([c.source, c.version])
    : JSON.stringify([
        c.source,
        c.version,
        c.month,
        c.role,
        c.country,
        c.seniority,
        c.workplace,
        c.skills,
        c.categories,
        // As indexes into the list of categories: names would be half of what state holds.
        c.skillCategories.map((category) => c.categories.indexOf(category)),
        c.salaryUsd,
        // Last, so that nothing is stored for the many that are alone in their job.
        ...(c.duplicate ? [1] : []),
      ]);

/** Decodes the text of `encodeContribution`. */
export const decodeContribution = (text: string): Counted => {
  const [source, version, month, ...rest] = JSON.parse(text);
  const [role, country, seniority, workplace, skills, categories, places, salaryUsd, duplicate] = rest;
  if (month === undefined) return { retracted: true, source, version };
  return {
    retracted: false,
    source,
    version,
    duplicate: duplicate === 1,
    month,
    role,
    country,
    seniority,
    workplace,
    salaryUsd,
    skills,
    skillCategories: places.map((place: number) => categories[place]),
    categories,
  };
};
