import type { AnsweredFrom, DemandQuery } from '@skillstream/contracts';

type Answered = { answeredFrom: AnsweredFrom };

// Stands in for the views until they are built. Under their name a cache would go on saying that it came from the
// facts.
const withoutName = <T extends Answered>(result: T): T => ({
  ...result,
  answeredFrom: { ...result.answeredFrom, viewVersion: null },
});

/**
 * Answers from the views where they hold what is asked for and are built, else from the facts: slower, with the same
 * numbers.
 * @param views null where no view is kept for the question; gives null while the views are being built
 */
export const viewsFirst = async <T extends Answered>(
  via: DemandQuery['via'],
  views: (() => Promise<T | null>) | null,
  facts: () => Promise<T>,
): Promise<T> => {
  if (views === null || via === 'facts') return facts();
  return (await views()) ?? withoutName(await facts());
};
