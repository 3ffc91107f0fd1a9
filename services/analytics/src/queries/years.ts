import type { DemandFilter, Origin } from '@skillstream/contracts';

/** Years of the postings of an origin, both included; left out, from the first or to the last, and of every origin. */
export type Years = { origin?: Origin | undefined; from?: string | undefined; to?: string | undefined };

/**
 * Returns the whole years of a query that yearly views can answer; null when it begins or ends within a year, or
 * filters by something that the views do not have.
 * @param kept the filters that they have
 */
export const yearsFor = (
  { from, to, ...filter }: DemandFilter,
  kept: readonly 'role'[] = [],
): Years | null => {
  const narrowed = (['role', 'country', 'seniority', 'workplace', 'source'] as const).some(
    (name) => filter[name] !== undefined && !(kept as readonly string[]).includes(name),
  );
  if (narrowed || (from && !from.endsWith('-01')) || (to && !to.endsWith('-12'))) return null;
  return { origin: filter.origin, from: from?.slice(0, 4), to: to?.slice(0, 4) };
};

/** Whether a year is one of them. */
export const isWithin =
  ({ from, to }: Years) =>
  (year: string): boolean =>
    (!from || year >= from) && (!to || year <= to);
