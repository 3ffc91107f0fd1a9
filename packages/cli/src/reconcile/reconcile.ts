import {
  hasMovedOn,
  MOST_NAMED,
  type JobDifference,
  type ReconciliationPage,
  type VersionCounts,
  type VersionDifference,
} from '@skillstream/contracts';

/** The result of a reconciliation of all postings. */
export type Reconciliation = VersionCounts & {
  /** Confirmed differences, by their kind. */
  missing: number;
  behind: number;
  tooMuch: number;
  /** Of those missing and behind, the ones that cannot be published again: their text has expired. */
  withoutText: number;
  /** Jobs of several postings that were checked, and those of which not exactly one posting counts. */
  jobs: number;
  wrongJobs: JobDifference[];
  wrongJobCount: number;
  /** Postings that differ while consumers lag: undecided. */
  undecided: number;
  /** The first thousand, undecided ones included. */
  differences: VersionDifference[];
};

export type ReconcileDeps = {
  page: (after: string | null) => Promise<ReconciliationPage>;
  /** The same for some postings, at most 100. */
  named: (postingIds: string[]) => Promise<ReconciliationPage>;
  /** Called with differences as they are confirmed. */
  onReal?: (differences: VersionDifference[]) => Promise<void> | void;
  onProgress?: (postings: number) => void;
};

const MOST_RETAINED = 1000;
/** How often undecided postings are requested again; the gateway takes some ten seconds for each request. */
export const MAX_REPEATS = 5;

const kinds = { missing: 'missing', behind: 'behind', 'too-much': 'tooMuch' } as const;

/** Whether a difference ends when the posting is published again: not one without text, nor one counted too much. */
export const canRepair = ({ kind, expiredAt }: VersionDifference): boolean =>
  kind !== 'too-much' && expiredAt === undefined;

const add = (sum: Reconciliation, differences: VersionDifference[]) => {
  for (const difference of differences) {
    sum[kinds[difference.kind]] += 1;
    if (difference.kind !== 'too-much' && !canRepair(difference)) sum.withoutText += 1;
  }
  sum.differences.push(...differences.slice(0, MOST_RETAINED - sum.differences.length));
};

const addJobs = (sum: Reconciliation, jobs: ReconciliationPage['jobs']) => {
  if (jobs === undefined) return;
  sum.jobs += jobs.checked;
  sum.wrongJobCount += jobs.differences.length;
  sum.wrongJobs.push(...jobs.differences.slice(0, MOST_RETAINED - sum.wrongJobs.length));
};

/**
 * Requests undecided postings again: one that is equal by then, or has moved on, is no difference any more; one that
 * is settled is confirmed.
 * @returns those that are still undecided
 */
const decide = async (
  undecided: VersionDifference[],
  { named, onReal }: ReconcileDeps,
  sum: Reconciliation,
): Promise<VersionDifference[]> => {
  const open: VersionDifference[] = [];
  for (let from = 0; from < undecided.length; from += MOST_NAMED) {
    const asked = undecided.slice(from, from + MOST_NAMED);
    const { differences, settled } = await named(asked.map(({ postingId }) => postingId));
    const now = new Map(differences.map((difference) => [difference.postingId, difference]));
    const standing = asked.filter((first) => {
      const found = now.get(first.postingId);
      return found !== undefined && !hasMovedOn(first, found);
    });
    if (!settled) open.push(...standing);
    else {
      const real = standing.map(({ postingId }) => now.get(postingId)!);
      add(sum, real);
      await onReal?.(real);
    }
  }
  return open;
};

/**
 * Goes through all postings, page by page, and adds up the differences, with at most a page in memory. Up to a
 * thousand undecided postings are requested again, a few times.
 */
export const reconcile = async (deps: ReconcileDeps): Promise<Reconciliation> => {
  const sum: Reconciliation = {
    ...{ postings: 0, pending: 0, deadLettered: 0, retractedWithoutFact: 0 },
    ...{ missing: 0, behind: 0, tooMuch: 0, withoutText: 0, undecided: 0, differences: [] },
    ...{ jobs: 0, wrongJobs: [], wrongJobCount: 0 },
  };
  let undecided: VersionDifference[] = [];
  let beyond = 0;
  let after: string | null = null;
  do {
    const { counts, differences, settled, next, jobs }: ReconciliationPage = await deps.page(after);
    for (const [name, count] of Object.entries(counts) as [keyof VersionCounts, number][])
      sum[name] = (sum[name] ?? 0) + count;
    addJobs(sum, jobs);
    if (settled) {
      add(sum, differences);
      await deps.onReal?.(differences);
    } else {
      const retained = differences.slice(0, MOST_RETAINED - undecided.length);
      undecided.push(...retained);
      beyond += differences.length - retained.length;
    }
    deps.onProgress?.(sum.postings);
    after = next;
  } while (after !== null);
  for (let asked = 0; asked < MAX_REPEATS && undecided.length > 0; asked += 1)
    undecided = await decide(undecided, deps, sum);
  sum.undecided = undecided.length + beyond;
  sum.differences.push(...undecided.slice(0, MOST_RETAINED - sum.differences.length));
  return sum;
};

/** How many postings differ, confirmed or undecided. */
export const differingPostings = ({ missing, behind, tooMuch, undecided }: Reconciliation): number =>
  missing + behind + tooMuch + undecided;

/** How many postings and jobs are not as they should be. */
export const differing = (found: Reconciliation): number => differingPostings(found) + found.wrongJobCount;
