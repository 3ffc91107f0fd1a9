import { addView, emptyCounts, type Counts } from '../demand/counts.ts';
import type { MonthlyCounts } from '../demand/question.ts';
import { demandKey, periodIn } from '../views/names.ts';
import { byName, type Moments } from './moments.ts';

/** Reads the slices of demand; a slice that was asked for is kept as long as the moment holds. */
export const createViewReader = ({ read }: Pick<Moments, 'read'>) => ({
  /** Counts by month of a slice; null while the views are being built, or Redis is away. */
  read: async (slice: string, from?: string, to?: string): Promise<MonthlyCounts | null> => {
    const answer = await read(
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
    if (!answer) return null;
    const months = new Map(
      [...answer.found].filter(([month]) => (!from || month >= from) && (!to || month <= to)),
    );
    return { months, answeredFrom: answer.answeredFrom };
  },
});
