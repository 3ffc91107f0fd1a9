import type { Contribution } from '../contribution/contribution.ts';

/**
 * Counts all views of a partition anew from the latest contribution of each posting: plain loops that share nothing
 * with the incremental way but the names of the views, so that a fault there shows here.
 */
export const recount = (latest: Iterable<Contribution>): Map<string, Map<string, number>> => {
  const views = new Map<string, Map<string, number>>();
  const count = (view: string, field: string, n = 1) => {
    const fields = views.get(view) ?? new Map<string, number>();
    views.set(view, fields.set(field, (fields.get(field) ?? 0) + n));
  };
  for (const c of latest) {
    count('ledger', `n:${c.source}`);
    count('ledger', `v:${c.source}`, c.version);
    if (c.retracted) continue;
    const slices = [
      'all',
      `role=${c.role}`,
      `role=${c.role},seniority=${c.seniority}`,
      `role=${c.role},workplace=${c.workplace}`,
    ];
    if (c.country !== null) slices.push(`country=${c.country}`, `role=${c.role},country=${c.country}`);
    for (const slice of slices) {
      const view = `demand:${c.month}:${slice}`;
      count(view, 'n');
      for (const skill of c.skills) count(view, `s:${skill}`);
      for (const category of c.categories) count(view, `c:${category}`);
    }
  }
  return views;
};
