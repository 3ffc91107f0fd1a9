import { addView, emptyCounts, type Counts } from './counts.ts';
import type { MonthlyCounts } from './queries.ts';
import { demandKey, periodIn } from '../../projections/views/names.ts';
import { byName } from '../merge-views.ts';
import type { ViewSnapshots } from '../view-snapshots.ts';

/** Reads the slices of demand; a slice that was read is cached as long as the snapshot is current. */
export const createViewReader = ({ read }: Pick<ViewSnapshots, 'read'>) => ({
  /** Counts by month of a slice; null while the views are being built, or Redis is unavailable. */
  read: async (slice: string, from?: string, to?: string): Promise<MonthlyCounts | null> => {
    const result = await read(
      byName((series) => (series.get(`demand:${slice}`) ?? []).map((month) => demandKey(month, slice))),
      (views) => {
        const months = new Map<string, Counts>();
        for (const [name, fields] of views) {
          const counts = emptyCounts();
          addView(counts, fields);
          months.set(periodIn(name), counts);
        }
        return months;
      },
      slice,
    );
    if (!result) return null;
    const months = new Map(
      [...result.found].filter(([month]) => (!from || month >= from) && (!to || month <= to)),
    );
    return { months, answeredFrom: result.answeredFrom };
  },
});
