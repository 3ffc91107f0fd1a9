import type { CountUnit, DemandFilter } from '@skillstream/contracts';

/** A name of a file that says what is in it: what is shown, and of which postings, like `demand-sample-backend-DE`. */
export const fileNameOf = (what: string, filter: DemandFilter, unit: CountUnit = 'postings'): string => {
  const { source, origin, role, seniority, country, workplace, from, to, category } = filter;
  const parts = [
    what,
    unit === 'jobs' && unit,
    source ?? origin,
    role,
    seniority,
    country,
    workplace,
    category,
  ];
  const period = from === to ? from : from || to ? `${from ?? ''}..${to ?? ''}` : undefined;
  return [...parts, period].filter(Boolean).join('-');
};
