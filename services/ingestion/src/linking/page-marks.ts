import type { DueToLink } from '../store/link-queue.ts';

export type LinkMark = DueToLink['linkMark'];
type Marked = { marks: LinkMark[]; isOfPage: boolean; jobs: Set<string> };

/**
 * The marks that are cleared once a page is linked: those that its postings had, and those that the page has set since
 * then. Whatever is changed for a job is marked by the same write, or just before: where this replica dies, and
 * another one has cleared the mark of before, it is linked again. A mark of anybody else is left as it is.
 */
export const createPageMarks = (page: readonly Pick<DueToLink, '_id' | 'linkMark'>[]) => {
  const all = new Map<string, Marked>(
    page.map(({ _id, linkMark }) => [_id, { marks: [linkMark], isOfPage: true, jobs: new Set() }]),
  );
  return {
    /** Whether a posting waits for nobody else. */
    isOurs: (id: string, mark: LinkMark | null | undefined): boolean =>
      !mark || (all.get(id)?.marks ?? []).some((one) => one.equals(mark)),
    /**
     * @param over the mark that it had before; where none, it is no longer known whether its text was linked: a
     *   release without linking may have written it, and `linkRules` is to go on saying so
     * @param job for which it is changed
     */
    add: (id: string, mark: LinkMark, over: LinkMark | null | undefined, job?: string): void => {
      const known = all.get(id) ?? { marks: [], isOfPage: false, jobs: new Set() };
      known.marks.push(mark);
      if (!over) known.isOfPage = false;
      if (job !== undefined) known.jobs.add(job);
      all.set(id, known);
    },
    /** What is linked, without the postings that are to be tried again, and what was changed for jobs that are. */
    linked: (isLater: (id: string) => boolean, isOpen: (job: string) => boolean) =>
      [...all].flatMap(([id, { marks, isOfPage, jobs }]) =>
        isLater(id) || [...jobs].some(isOpen) ? [] : [{ id, marks, isOfPage }],
      ),
  };
};

export type PageMarks = ReturnType<typeof createPageMarks>;
