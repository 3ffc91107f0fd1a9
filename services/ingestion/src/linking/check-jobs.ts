import type { JobDifference, JobsChecked } from '@skillstream/contracts';

/** A posting that names a job, as it is published. */
export type NamedPosting = { job: string; primary: boolean | null; isExpired: boolean; isWaiting: boolean };

const primariesOf = (postings: readonly NamedPosting[]): number =>
  postings.filter(({ primary }) => primary !== false).length;

/** A job where only expired postings are left may have none: of those no version can be published. */
const isAsItShouldBe = (postings: readonly NamedPosting[]): boolean => {
  const primaries = primariesOf(postings);
  return primaries === 1 || (primaries === 0 && postings.every(({ isExpired }) => isExpired));
};

/**
 * Finds jobs of which none counts, or more than one posting. A job of which a posting waits to be linked is on its
 * way, and is left out.
 * @param postings in the order of their jobs; of one job at a time they are in memory
 * @param most so many differences are named
 * @param mostRead where so many postings come there are more, and the last job may be in parts: it is left out
 */
export const checkJobs = async (
  postings: AsyncIterable<NamedPosting>,
  most: number,
  mostRead = Infinity,
): Promise<JobsChecked> => {
  const differences: JobDifference[] = [];
  let [checked, read] = [0, 0];
  let group: NamedPosting[] = [];
  const end = () => {
    const [first] = group;
    if (first === undefined || group.some(({ isWaiting }) => isWaiting)) return;
    checked += 1;
    if (isAsItShouldBe(group) || differences.length === most) return;
    differences.push({ job: first.job, primaries: primariesOf(group) });
  };
  for await (const posting of postings) {
    if (posting.job !== group[0]?.job) {
      end();
      group = [];
    }
    group.push(posting);
    read += 1;
  }
  if (read < mostRead) end();
  return { checked, differences };
};
