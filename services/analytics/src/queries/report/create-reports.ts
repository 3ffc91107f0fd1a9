import type { CountUnit, PostingFilter, ReportResult, ReportList } from '@skillstream/contracts';
import type { AboutOneOrigin } from '../origin/about-one-origin.ts';
import { addPosting, noCounts } from '../both-counts.ts';
import type { CountPostings } from '../postings/count-postings.ts';
import { narrow } from './narrow.ts';
import { createReportCounts } from './report-counts.ts';
import type { Report } from './schema.ts';

/** Measures reports over the postings that are loaded. */
export const createReports = (
  reports: readonly Report[],
  countPostings: CountPostings,
  aboutOneOrigin: AboutOneOrigin,
) => ({
  list: (): ReportList => ({
    reports: reports.map(({ id, title, population }) => ({ id, title, population })),
  }),
  /**
   * @param asked narrows the report's population
   * @returns null when there is no such report
   * @throws `unprocessable` when the filter contradicts the report's population
   */
  result: async (
    id: string,
    { count = 'postings', ...asked }: PostingFilter & { count?: CountUnit | undefined },
  ): Promise<ReportResult | null> => {
    const report = reports.find((one) => one.id === id);
    if (!report) return null;
    const measure = aboutOneOrigin(async (filter: PostingFilter): Promise<ReportResult> => {
      const { found, answeredFrom } = await countPostings(`report ${id} ${count}`, filter, () => {
        const [counter, total] = [createReportCounts(report), noCounts()];
        return {
          add: (posting) => {
            addPosting(total, posting.duplicate);
            if (count === 'postings' || !posting.duplicate) counter.add(posting);
          },
          counted: () => ({ ...total, ...counter.result() }),
        };
      });
      const { title, source } = report;
      return { ...{ id, title, source, filter, counted: count }, ...found, answeredFrom };
    });
    return measure(narrow(report.population, asked));
  },
});

export type Reports = ReturnType<typeof createReports>;
