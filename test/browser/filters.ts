import { roles, seniorities, workplaces } from '@skillstream/contracts';
import fc from 'fast-check';

const months = ['2024-01', '2024-05', '2024-12', '2025-01', '2025-06', '2025-12'] as const;
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });

/** Filters as somebody may choose them, also such as no posting matches; the same at every run. */
export const generatedFilters = (
  howMany: number,
  countries: readonly string[],
  categories: readonly string[],
): URLSearchParams[] => {
  const filter = fc.record({
    role: maybe(fc.constantFrom(...roles)),
    country: maybe(fc.constantFrom(...countries)),
    seniority: maybe(fc.constantFrom(...seniorities)),
    workplace: maybe(fc.constantFrom(...workplaces)),
    period: maybe(fc.subarray([...months], { minLength: 2, maxLength: 2 })),
    category: maybe(fc.constantFrom(...categories)),
  });
  return fc.sample(filter, { numRuns: howMany, seed: 16 }).map(({ period, ...rest }) => {
    const values = { ...rest, from: period?.[0], to: period?.[1] };
    const set = Object.entries(values).filter(([, value]) => value !== undefined) as [string, string][];
    return new URLSearchParams(set);
  });
};
