import { originsIn, type DemandFilter } from '@skillstream/contracts';
import { addView, emptyCounts, type Counts } from './counts.ts';
import type { MonthlyCounts } from './queries.ts';
import { demandKey, periodIn, seriesName } from '../../projections/views/names.ts';
import { byName } from '../merge-views.ts';
import type { ViewSnapshots } from '../view-snapshots.ts';

/** Reads the slices of demand; a slice that was read is cached as long as the snapshot is current. */
export const createViewReader = ({ read }: Pick<ViewSnapshots, 'read'>) => ({
  /** Counts by month of a slice; null while the views are being built, or Redis is unavailable. */
  read: async (
    slice: string,
    { origin = 'all', from, to }: Pick<DemandFilter, 'origin' | 'from' | 'to'> = {},
  ): Promise<MonthlyCounts | null> => {
    const result = await read(
      byName((series) =>
        originsIn(origin).flatMap((one) =>
          (series.get(seriesName('demand', one, slice)) ?? []).map((month) => demandKey(month, one, slice)),
        ),
      ),
      (views) => {
        const months = new Map<string, Counts>();
        for (const [name, fields] of views) {
          const month = periodIn(name);
          const counts = months.get(month) ?? emptyCounts();
          addView(counts, fields);
          months.set(month, counts);
        }
        return months;
      },
      `${origin} ${slice}`,
    );
    if (!result) return null;
    const months = new Map(
      [...result.found].filter(([month]) => (!from || month >= from) && (!to || month <= to)),
    );
    return { months, answeredFrom: result.answeredFrom };
  },
});
