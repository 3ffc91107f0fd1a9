import fc from 'fast-check';
import type { Contribution } from '../src/contribution/contribution.ts';

type Counting = Extract<Contribution, { retracted: false }>;

const some = (values: string[]) => fc.subarray(values).map((found) => [...found].sort());

const categories: Record<string, string> = { go: 'languages', rust: 'languages', sql: 'data' };
const categoryOf = (skill: string) => categories[skill] ?? 'other';

/** A live posting, and its skills with their categories. */
export const countingOf = (skills: string[], change: Partial<Counting> = {}): Counting => ({
  ...{
    retracted: false,
    source: 'one',
    version: 1,
    month: '2025-01',
    role: 'data',
    country: null,
    duplicate: false,
  },
  ...{ seniority: 'mid', workplace: 'remote', salaryUsd: null, organization: null },
  skills,
  skillCategories: skills.map(categoryOf),
  categories: [...new Set(skills.map(categoryOf))].sort(),
  ...change,
});

/** A live posting, of the sample or not, with so few possible values that postings often share a slice. */
export const countingContribution: fc.Arbitrary<Counting> = fc
  .record({
    source: fc.constantFrom('one', 'two', 'sample'),
    version: fc.integer({ min: 1, max: 4 }),
    month: fc.constantFrom('2024-12', '2025-01', '2025-02'),
    role: fc.constantFrom('backend', 'data'),
    country: fc.constantFrom('DE', 'US', null),
    seniority: fc.constantFrom('senior', 'unknown'),
    workplace: fc.constantFrom('remote', 'onsite'),
    salaryUsd: fc.option(fc.integer({ min: 0, max: 300_000 })),
    organization: fc.constantFrom('Acme', null),
    duplicate: fc.boolean(),
    skills: some(['go', 'rust', 'sql']),
  })
  .map(({ skills, ...rest }) => countingOf(skills, rest));

export const anyContribution: fc.Arbitrary<Contribution> = fc.oneof(
  { weight: 4, arbitrary: countingContribution },
  {
    weight: 1,
    arbitrary: fc.record({
      retracted: fc.constant(true as const),
      source: fc.constantFrom('one', 'two', 'sample'),
      version: fc.integer({ min: 1, max: 4 }),
    }),
  },
);

/** Events of a few postings, in order. */
export const anyEvents = fc.array(
  fc.record({ postingId: fc.constantFrom('p1', 'p2', 'p3', 'p4'), contribution: anyContribution }),
  { maxLength: 20 },
);
