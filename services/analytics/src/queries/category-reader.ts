import { appError } from '@skillstream/errors';
import { CATEGORIES_KEY } from '../projections/views/names.ts';
import { byName } from './merge-views.ts';
import type { ViewSnapshots } from './view-snapshots.ts';

type SkillsByCategory = Map<string, Set<string>>;

// A skill's category is the one that most counted postings have it under: they differ during a backfill.
const skillsByCategory = (counts: Map<string, number>): SkillsByCategory => {
  const most = new Map<string, { category: string; n: number }>();
  for (const [field, n] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [category, skillId] = field.split(':') as [string, string];
    if (n > (most.get(skillId)?.n ?? 0)) most.set(skillId, { category, n });
  }
  const found: SkillsByCategory = new Map();
  for (const [skillId, { category }] of most)
    found.set(category, (found.get(category) ?? new Set()).add(skillId));
  return found;
};

/**
 * Reads the skills of a category, as the counted postings were tagged. While the views are rebuilt the last result is
 * used: categories hardly ever change.
 */
export const createCategoryReader = ({ read }: Pick<ViewSnapshots, 'read'>) => {
  let last: SkillsByCategory | null = null;
  /** @throws SkillstreamError `unavailable` until this replica has seen complete views for the first time */
  return async (category: string): Promise<ReadonlySet<string>> => {
    const result = await read(
      byName(() => [CATEGORIES_KEY]),
      (views) => skillsByCategory(views.get(CATEGORIES_KEY) ?? new Map()),
      CATEGORIES_KEY,
    );
    last = result?.found ?? last;
    if (!last)
      throw appError('unavailable', 'Which skills are of a category is known once the views are built');
    return last.get(category) ?? new Set();
  };
};
