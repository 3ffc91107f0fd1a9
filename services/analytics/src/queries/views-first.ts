import type { AnsweredFrom, DemandQuery } from '@skillstream/contracts';

type Answered = { answeredFrom: AnsweredFrom };

// A result from the facts in place of the views has no version: under theirs a cache would serve it after the views
// are built.
const withoutName = <T extends Answered>(result: T): T => ({
  ...result,
  answeredFrom: { ...result.answeredFrom, viewVersion: null },
});

/**
 * Runs a query on the views where they cover it and are built, else on the facts: slower, with the same numbers.
 * @param views null when no view covers the query; gives null while the views are being built
 */
export const viewsFirst = async <T extends Answered>(
  via: DemandQuery['via'],
  views: (() => Promise<T | null>) | null,
  facts: () => Promise<T>,
): Promise<T> => {
  if (views === null || via === 'facts') return facts();
  return (await views()) ?? withoutName(await facts());
};
