import type { DemandResult, ListedPosting } from '@skillstream/contracts';
import { counted } from './numbers.ts';
import type { InBothUnits } from './units.ts';

/** That postings of a source, which has fewer jobs for it, are counted with those of others. */
export const elsewhereText = (postings: number, source: string): string =>
  `${counted(postings, 'posting')} of ${source} ${postings === 1 ? 'is' : 'are'} counted with jobs of another source`;

/**
 * The same of an answer about a source that has postings and no job; null for any other. With another filter the
 * posting that counts may be of the source, and of no part of it that was asked for.
 */
export const answerElsewhereText = ({
  filter: { origin: _, source, ...rest },
  postings = 0,
  jobs,
}: Pick<DemandResult, 'filter'> & InBothUnits): string | null => {
  const isAll = Object.values(rest).every((value) => value === undefined);
  return source !== undefined && isAll && jobs === 0 && postings > 0 ? elsewhereText(postings, source) : null;
};

/** Of all postings of a source those whose job has none of it that counts. */
export const countedElsewhere = (postings: readonly ListedPosting[]): number => {
  const own = new Set(
    postings.flatMap(({ job, primary }) => (job !== undefined && primary !== false ? [job] : [])),
  );
  return postings.filter(
    ({ job, primary, state }) =>
      state !== 'retracted' && primary === false && job !== undefined && !own.has(job),
  ).length;
};
