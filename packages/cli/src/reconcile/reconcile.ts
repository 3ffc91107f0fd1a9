import {
  hasMovedOn,
  MOST_NAMED,
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

const add = (sum: Reconciliation, differences: VersionDifference[]) => {
  for (const { kind } of differences) sum[kinds[kind]] += 1;
  sum.differences.push(...differences.slice(0, MOST_RETAINED - sum.differences.length));
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
    ...{ missing: 0, behind: 0, tooMuch: 0, undecided: 0, differences: [] },
  };
  let undecided: VersionDifference[] = [];
  let beyond = 0;
  let after: string | null = null;
  do {
    const { counts, differences, settled, next }: ReconciliationPage = await deps.page(after);
    for (const [name, count] of Object.entries(counts)) sum[name as keyof VersionCounts] += count;
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
export const differing = ({ missing, behind, tooMuch, undecided }: Reconciliation): number =>
  missing + behind + tooMuch + undecided;
