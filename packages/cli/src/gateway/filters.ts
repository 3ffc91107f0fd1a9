import type { CountUnit, DemandFilter } from '@skillstream/contracts';

type Asked = DemandFilter & { count?: CountUnit };

const text = { type: 'string' } as const;

/** The options of every command that queries some of the postings, and what it counts of them. */
export const filterOptions = {
  role: text,
  country: text,
  workplace: text,
  seniority: text,
  source: text,
  origin: text,
  from: text,
  to: text,
  count: text,
} as const;

/** The lines about them in a command's usage. */
export const filterUsage = `  --role ROLE  --country CC  --workplace remote|hybrid|onsite  --seniority LEVEL
  --source NAME       postings that were taken from here, like hn
  --origin own|sample|all     own postings, the made-up sample or both; own where there are any
  --from YYYY-MM  --to YYYY-MM     both months included
  --count jobs        counts distinct jobs: a job of several postings counts once; else postings`;

/** The given filters, and what is to be counted, as a query. */
export const queryOf = (values: { [name in keyof typeof filterOptions]?: string }): Asked => {
  const names = Object.keys(filterOptions) as (keyof typeof filterOptions)[];
  // As they were typed: the gateway validates them, and its message says what is wrong.
  return Object.fromEntries(names.map((name) => [name, values[name]])) as Asked;
};
