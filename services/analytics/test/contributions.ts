import fc from 'fast-check';
import type { Contribution } from '../src/contribution/contribution.ts';

type Counting = Extract<Contribution, { retracted: false }>;

const some = (values: string[]) => fc.subarray(values).map((found) => [...found].sort());

/** A posting that counts, out of a world so small that postings often meet in a slice. */
export const countingContribution: fc.Arbitrary<Counting> = fc.record({
  retracted: fc.constant(false as const),
  source: fc.constantFrom('one', 'two'),
  version: fc.integer({ min: 1, max: 4 }),
  month: fc.constantFrom('2024-12', '2025-01', '2025-02'),
  role: fc.constantFrom('backend', 'data'),
  country: fc.constantFrom('DE', 'US', null),
  seniority: fc.constantFrom('senior', 'unknown'),
  workplace: fc.constantFrom('remote', 'onsite'),
  salaryUsd: fc.option(fc.integer({ min: 0, max: 300_000 })),
  organization: fc.constantFrom('Acme', null),
  skills: some(['go', 'rust', 'sql']),
  categories: some(['data', 'languages']),
});

export const anyContribution: fc.Arbitrary<Contribution> = fc.oneof(
  { weight: 4, arbitrary: countingContribution },
  {
    weight: 1,
    arbitrary: fc.record({
      retracted: fc.constant(true as const),
      source: fc.constantFrom('one', 'two'),
      version: fc.integer({ min: 1, max: 4 }),
    }),
  },
);

/** Events of a few postings, in order. */
export const anyEvents = fc.array(
  fc.record({ postingId: fc.constantFrom('p1', 'p2', 'p3', 'p4'), contribution: anyContribution }),
  { maxLength: 20 },
);
