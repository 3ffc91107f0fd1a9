import type { DemandFilter } from '@skillstream/contracts';

const text = { type: 'string' } as const;

/** The options of every command that asks about some of the postings. */
export const filterOptions = {
  role: text,
  country: text,
  workplace: text,
  seniority: text,
  from: text,
  to: text,
} as const;

/** Lines about them for a command's usage. */
export const filterUsage = `  --role ROLE  --country CC  --workplace remote|hybrid|onsite  --seniority LEVEL
  --from YYYY-MM  --to YYYY-MM     both months included`;

/** The filters that were given, as a query. */
export const queryOf = (values: { [name in keyof typeof filterOptions]?: string }): DemandFilter => {
  const names = Object.keys(filterOptions) as (keyof typeof filterOptions)[];
  // As they were typed: the gateway knows what each may be, and says so.
  return Object.fromEntries(names.map((name) => [name, values[name]])) as DemandFilter;
};
