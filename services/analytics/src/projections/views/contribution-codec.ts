import type { Contribution } from '../../contribution/contribution.ts';

/** The part of a contribution that the views count; kept beside the counts so that it can be taken away again. */
export type Counted = Pick<Contribution, 'source' | 'version'> &
  (
    | { retracted: true }
    | Pick<
        Extract<Contribution, { retracted: false }>,
        | 'retracted'
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

/** A contribution as the text that `state` holds for its posting. */
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
        // As places in the list of categories: a name each would be half of what state holds.
        c.skillCategories.map((category) => c.categories.indexOf(category)),
        c.salaryUsd,
      ]);

/** Reads what `encodeContribution` wrote. */
export const decodeContribution = (text: string): Counted => {
  const [source, version, month, role, country, seniority, workplace, skills, categories, places, salaryUsd] =
    JSON.parse(text);
  if (month === undefined) return { retracted: true, source, version };
  return {
    retracted: false,
    source,
    version,
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
