import {
  hasMovedOn,
  MOST_NAMED,
  type ReconciliationPage,
  type VersionCounts,
  type VersionDifference,
} from '@skillstream/contracts';

/** What a reconciliation of all postings found. */
export type Reconciliation = VersionCounts & {
  /** Differences that are known to be real, by their kind. */
  missing: number;
  behind: number;
  tooMuch: number;
  /** Postings that differ while consumers lag: nobody can say yet. */
  undecided: number;
  /** The first thousand, undecided ones too. */
  differences: VersionDifference[];
};

export type ReconcileDeps = {
  page: (after: string | null) => Promise<ReconciliationPage>;
  /** The same for some postings, 100 at the most. */
  named: (postingIds: string[]) => Promise<ReconciliationPage>;
  /** Hears of differences as they turn out to be real. */
  onReal?: (differences: VersionDifference[]) => Promise<void> | void;
  onProgress?: (postings: number) => void;
};

const MOST_RETAINED = 1000;
/** How often undecided postings are asked for again; the gateway takes some ten seconds for each question. */
export const ASKED_AGAIN = 5;

const kinds = { missing: 'missing', behind: 'behind', 'too-much': 'tooMuch' } as const;

const add = (sum: Reconciliation, differences: VersionDifference[]) => {
  for (const { kind } of differences) sum[kinds[kind]] += 1;
  sum.differences.push(...differences.slice(0, MOST_RETAINED - sum.differences.length));
};

/**
 * Asks again for undecided postings alone: one that is alike by then, or has moved on, is none any more; one that is
 * settled is real.
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
 * Goes through all postings, page by page, and adds up what differs; keeps no more than a page in memory. What is not
 * decided then is asked for again, the first thousand, a few times.
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
      const kept = differences.slice(0, MOST_RETAINED - undecided.length);
      undecided.push(...kept);
      beyond += differences.length - kept.length;
    }
    deps.onProgress?.(sum.postings);
    after = next;
  } while (after !== null);
  for (let asked = 0; asked < ASKED_AGAIN && undecided.length > 0; asked += 1)
    undecided = await decide(undecided, deps, sum);
  sum.undecided = undecided.length + beyond;
  sum.differences.push(...undecided.slice(0, MOST_RETAINED - sum.differences.length));
  return sum;
};

/** How many postings differ, whether that is known to be real or not. */
export const differing = ({ missing, behind, tooMuch, undecided }: Reconciliation): number =>
  missing + behind + tooMuch + undecided;
