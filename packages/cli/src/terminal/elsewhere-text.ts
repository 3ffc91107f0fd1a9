import type { DemandResult, ListedPosting } from '@skillstream/contracts';
import { count, counted } from './numbers.ts';
import { unitOf, type InBothUnits } from './units.ts';

/** That postings of a source, which has fewer jobs for it, are counted with those of others. */
export const elsewhereText = (postings: number, source: string): string =>
  `${counted(postings, 'posting')} of ${source} ${postings === 1 ? 'is' : 'are'} counted with jobs of another source`;

/**
 * That most postings of a source are no job of their own there: its jobs say little of it. How many of them count
 * with another source, and how many repeat a job of their own, an answer does not say.
 */
const fewJobsText = (postings: number, jobs: number, source: string): string =>
  `${count(postings - jobs)} of ${counted(postings, 'posting')} of ${source} are counted with another posting, of ` +
  `${source} or of another source: skillstream postings --source ${source} says which`;

/** The one or the other of a source, by how many of its postings are jobs; null where at least half of them are. */
export const sourceElsewhereText = (postings: number, jobs: number, source: string): string | null => {
  if (jobs === 0) return postings > 0 ? elsewhereText(postings, source) : null;
  return jobs * 2 < postings ? fewJobsText(postings, jobs, source) : null;
};

/**
 * The same of an answer about all of a source; of few jobs where it counts jobs. Null for any other answer: with
 * another filter the posting that counts may be of the source, and of no part of it that was asked for.
 */
export const answerElsewhereText = ({
  filter: { origin: _, source, ...rest },
  postings = 0,
  jobs,
  ...unit
}: Pick<DemandResult, 'filter'> & InBothUnits): string | null => {
  const isAll = Object.values(rest).every((value) => value === undefined);
  if (source === undefined || !isAll || jobs === undefined) return null;
  return jobs === 0 || unitOf(unit) === 'jobs' ? sourceElsewhereText(postings, jobs, source) : null;
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
