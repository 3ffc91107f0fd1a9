import type { ReconciliationPage, VersionCounts, VersionDifference } from '@skillstream/contracts';

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
  /** Each page when it is settled, or as settled as it gets. */
  onPage?: (page: ReconciliationPage) => Promise<void> | void;
  onProgress?: (postings: number) => void;
};

const MOST_KEPT = 1000;
/** How often a page is asked for whose differences do not settle; the gateway takes its time for each. */
export const ASKED_AT_MOST = 3;

const settledPage = async (ask: () => Promise<ReconciliationPage>): Promise<ReconciliationPage> => {
  let found = await ask();
  for (let asked = 1; !found.settled && asked < ASKED_AT_MOST; asked += 1) found = await ask();
  return found;
};

const kinds = { missing: 'missing', behind: 'behind', 'too-much': 'tooMuch' } as const;

/** Goes through all postings, page by page, and adds up what differs; keeps no more than a page in memory. */
export const reconcile = async ({ page, onPage, onProgress }: ReconcileDeps): Promise<Reconciliation> => {
  const sum: Reconciliation = {
    ...{ postings: 0, pending: 0, deadLettered: 0, retractedWithoutFact: 0 },
    ...{ missing: 0, behind: 0, tooMuch: 0, undecided: 0, differences: [] },
  };
  let after: string | null = null;
  do {
    const from: string | null = after;
    const found = await settledPage(() => page(from));
    for (const [name, count] of Object.entries(found.counts)) sum[name as keyof VersionCounts] += count;
    for (const { kind } of found.differences) sum[found.settled ? kinds[kind] : 'undecided'] += 1;
    sum.differences.push(...found.differences.slice(0, MOST_KEPT - sum.differences.length));
    await onPage?.(found);
    onProgress?.(sum.postings);
    after = found.next;
  } while (after !== null);
  return sum;
};

/** How many postings differ, whether that is known to be real or not. */
export const differing = ({ missing, behind, tooMuch, undecided }: Reconciliation): number =>
  missing + behind + tooMuch + undecided;
