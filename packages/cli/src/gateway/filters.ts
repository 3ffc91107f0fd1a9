import type { DemandFilter } from '@skillstream/contracts';

const text = { type: 'string' } as const;

/** The options of every command that queries some of the postings. */
export const filterOptions = {
  role: text,
  country: text,
  workplace: text,
  seniority: text,
  source: text,
  origin: text,
  from: text,
  to: text,
} as const;

/** The lines about them in a command's usage. */
export const filterUsage = `  --role ROLE  --country CC  --workplace remote|hybrid|onsite  --seniority LEVEL
  --source NAME       postings that were taken from here, like hn
  --origin own|sample|all     own postings, the made-up sample or both; own where there are any
  --from YYYY-MM  --to YYYY-MM     both months included`;

/** The given filters, as a query. */
export const queryOf = (values: { [name in keyof typeof filterOptions]?: string }): DemandFilter => {
  const names = Object.keys(filterOptions) as (keyof typeof filterOptions)[];
  // As they were typed: the gateway validates them, and its message says what is wrong.
  return Object.fromEntries(names.map((name) => [name, values[name]])) as DemandFilter;
};
