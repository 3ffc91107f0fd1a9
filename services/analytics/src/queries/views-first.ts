import type { AnsweredFrom, DemandQuery } from '@skillstream/contracts';

/** A result with its freshness. */
export type Answered = { answeredFrom: AnsweredFrom };

/** The same result without a version: no cache serves it as that of any version. */
export const withoutVersion = <T extends Answered>(result: T): T => ({
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
  // Under the version of the views, a cache would serve a result from the facts after the views are built.
  return (await views()) ?? withoutVersion(await facts());
};
