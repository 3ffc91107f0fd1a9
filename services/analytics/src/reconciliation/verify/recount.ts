import type { Contribution } from '../../contribution/contribution.ts';
import { pairedSkills } from '../../projections/views/paired-skills.ts';
import { RELATIVE_ACCURACY } from '../../projections/views/sketch.ts';

// All buckets in order, by their definition; the last one has everything above a billion dollars.
const bucketByWalking = (usd: number): number => {
  let bucket = 0;
  for (let end = 1; end < usd && end < 1e9; bucket += 1)
    end *= (1 + RELATIVE_ACCURACY) / (1 - RELATIVE_ACCURACY);
  return bucket;
};

/** Every number of a partition's views, by view and field. */
type Recounted = Map<string, Map<string, number>>;

/**
 * Computes the views of a partition from the latest contribution of each posting: plain loops that share only the
 * names of the views with the incremental code, so that a bug there shows as a difference.
 */
export const createRecount = () => {
  const views: Recounted = new Map();
  const count = (view: string, field: string, n = 1) => {
    const fields = views.get(view) ?? new Map<string, number>();
    views.set(view, fields.set(field, (fields.get(field) ?? 0) + n));
  };
  const add = (c: Contribution): void => {
    if (c.retracted) return;
    count('ledger', `n:${c.source}`);
    if (c.duplicate) count('ledger', `dup:n:${c.source}`);
    count('ledger', `v:${c.source}`, c.version);
    if (c.month === null) return;
    const posting = (view: string, field: string) => {
      count(view, field);
      if (c.duplicate) count(view, `dup:${field}`);
    };
    const origin = c.source === 'sample' ? 'sample' : 'own';
    const slices = [
      'all',
      `role=${c.role}`,
      `role=${c.role},seniority=${c.seniority}`,
      `role=${c.role},workplace=${c.workplace}`,
    ];
    if (c.country !== null) slices.push(`country=${c.country}`, `role=${c.role},country=${c.country}`);
    for (const slice of slices) {
      const view = `demand:${c.month}:${origin}:${slice}`;
      posting(view, 'n');
      for (const skill of c.skills) posting(view, `s:${skill}`);
      for (const category of c.categories) posting(view, `c:${category}`);
    }
    const year = `${c.month.split('-')[0]}:${origin}`;
    posting(`pairs:${year}:all`, 'n');
    for (const [place, skill] of c.skills.entries()) {
      posting(`pairs:${year}:all`, `s:${skill}`);
      count('categories', `${c.skillCategories[place]}:${skill}`);
    }
    const paired = pairedSkills(c.skills);
    for (const one of paired)
      for (const other of paired) if (one < other) posting(`pairs:${year}:both`, `${one}|${other}`);
    if (c.salaryUsd) {
      const field = `${c.role}:${bucketByWalking(c.salaryUsd)}`;
      posting(`salaries:${year}:all`, field);
      for (const skill of c.skills) posting(`salaries:${year}:skill=${skill}`, field);
    }
  };
  return { add, views };
};

/** Computes the views of a partition from all contributions at once. */
export const recount = (latest: Iterable<Contribution>): Recounted => {
  const counting = createRecount();
  for (const contribution of latest) counting.add(contribution);
  return counting.views;
};
